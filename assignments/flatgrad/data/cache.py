"""The user's cache folder, which keeps the full set: never half-written, never trusted unchecked."""

import io
import os
import sys
import uuid
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from flatgrad.data import disk
from flatgrad.data.catalog import Cifar10
from flatgrad.data.error import DataError, reason

NAME = "cifar10.npz"


def folder(cache_dir=None):
    """Where the cache is or will be: `cache_dir`, else $FLATGRAD_CACHE, else the platform's own place."""
    if chosen := cache_dir or os.environ.get("FLATGRAD_CACHE"):
        return Path(chosen).expanduser()
    if os.name == "nt" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "flatgrad"
    try:
        home = Path.home()
    except RuntimeError:
        raise DataError("no home folder to keep CIFAR-10 in: set FLATGRAD_CACHE to a folder") from None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "flatgrad"
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(xdg) if os.path.isabs(xdg) else home / ".cache") / "flatgrad"


def load(where, description):
    """The set kept in the folder `where`, as a `Cifar10`, or None if there is none or it is damaged."""
    path = where / NAME
    try:
        if not 0 < disk.size(path) <= description.limit:
            return None
        with open(path, "rb") as file, np.load(file, allow_pickle=False) as arrays:
            data = Cifar10(*(arrays[name] for name in Cifar10._fields))
    except PermissionError:
        raise DataError(f"'{path}' cannot be read: make it readable, or set FLATGRAD_CACHE") from None
    except MemoryError:
        raise DataError(f"too little memory to read '{path}': close other programs and notebooks") from None
    except Exception:  # a damaged zip raises many things; all mean: fetch again
        return None
    if not description.matches(data):
        return None
    return data._replace(y_train=data.y_train.astype(np.int64), y_test=data.y_test.astype(np.int64))


def store(where, data):
    """Keep `data` in the folder `where`: written beside its place, then moved there in one step."""
    path, part = where / NAME, where / f"{NAME}.{uuid.uuid4().hex[:8]}.tmp"
    small = data._replace(y_train=data.y_train.astype(np.uint8), y_test=data.y_test.astype(np.uint8))
    packed = io.BytesIO()  # straight to the file, np.savez would leave its zip half-open on a full disk
    np.savez(packed, **small._asdict())
    try:
        with open(part, "xb") as file:
            file.write(packed.getbuffer())
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        raise disk.full_error(where) if disk.is_full(error) else unwritable(where, error) from None
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def locked(where):
    """Make the folder `where` and hold its lock, so that a second process waits and finds the work done."""
    try:
        where.mkdir(parents=True, exist_ok=True)
        file = open(where / "cifar10.lock", "ab")  # noqa: SIM115
    except OSError as error:
        raise unwritable(where, error) from None
    with file:
        if _lock(file):
            for leftover in where.glob(f"{NAME}.*.tmp"):  # of a process that was killed
                leftover.unlink(missing_ok=True)
        yield


def unwritable(where, error):
    """The DataError for a cache folder that cannot be written."""
    return DataError(
        f"the cache folder '{where}' cannot be written ({reason(error)}): "
        "set FLATGRAD_CACHE (or cache_dir=) to a folder you can write"
    )


def _lock(file):
    """Wait for the lock. False where the file system has none: then only the checksums guard."""
    try:
        import fcntl
    except ImportError:
        return _lock_windows(file)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("flatgrad: waiting for another process that fetches CIFAR-10", file=sys.stderr, flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
    except OSError:
        return False
    return True


def _lock_windows(file):
    import errno
    import msvcrt

    while True:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # gives up after 10 s
            return True
        except OSError as error:
            if error.errno != errno.EDEADLK:
                return False
