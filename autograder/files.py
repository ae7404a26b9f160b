"""Files: read one that a student named, write one whole or not at all, remove a folder whatever is in it."""

import contextlib
import glob
import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path

from . import CourseError

# A link is not followed, and a pipe without a writer does not make us wait.
OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotRegular(Exception):
    """The path is a link, a folder, a pipe or a device."""


class NotWritten(CourseError):
    """A path that cannot be written, and why in the system's words."""

    def __init__(self, path, reason):
        super().__init__(path, reason)
        self.path, self.reason = path, reason

    def __str__(self):
        return self.said_of(self.path)

    def said_of(self, place):
        """The same of the folder that it lies in: a full disk would otherwise be said a thousand times."""
        return f"cannot write {place}: {self.reason}"


def read(path, limit):
    """At most limit + 1 bytes of a regular file, to tell a longer one by. Raises NotRegular or OSError."""
    if not stat.S_ISREG(os.lstat(path).st_mode):
        raise NotRegular(str(path))
    with open(os.open(path, OPEN_FLAGS), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotRegular(str(path))
        return file.read(limit + 1)


def scratch(prefix):
    """The path of a new temporary folder. Raises CourseError where none can be made."""
    try:
        return tempfile.mkdtemp(prefix=prefix)
    except OSError as error:
        raise CourseError(
            f"cannot use the folder for temporary files: {error.strerror or error}; make room there, or name another "
            "in TMPDIR"
        ) from None


def write(path, data):
    """Put bytes at a path by way of a temporary neighbour, so that a reader never sees half of them.

    Folders are made. Raises NotWritten when the place cannot be written; what was there before then stays.
    """
    path = Path(path)
    temporary = None
    try:
        temporary = _neighbour(path)
        with open(temporary, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as error:
        raise NotWritten(path, error.strerror or str(error)) from None
    finally:
        _discard(temporary)


def write_changed(path, data):
    """The same, but where the bytes stand there already, nothing is written. Returns whether it was.

    Raises CourseError when the place cannot be read or written.
    """
    path = Path(path)
    try:
        if path.exists() and path.read_bytes() == data:
            return False
    except OSError as error:
        raise CourseError(f"cannot read {path}: {error.strerror or error}") from None
    write(path, data)
    return True


def remove_halves(path):
    """Remove what a `write` to a path that was killed in the middle left beside it."""
    path = Path(path)
    for half in path.parent.glob(f"{glob.escape(_prefix(path))}*"):
        _discard(half)


def check_writable(path):
    """Raise CourseError when `write` could not put a file there: better known before an hour of work than after."""
    path = Path(path)
    temporary = None
    try:
        if path.is_dir():
            raise CourseError(f"cannot write {path}: it is a folder")
        temporary = _neighbour(path)
    except OSError as error:
        raise NotWritten(path, error.strerror or str(error)) from None
    finally:
        _discard(temporary)


def remove(path):
    """Remove a file or a whole folder. What cannot be removed stays, without a word."""
    if not os.path.isdir(path) or os.path.islink(path):
        _discard(path)
        return
    try:
        shutil.rmtree(path, ignore_errors=True)
    except RecursionError:
        # Thousands of folders in each other.
        subprocess.run(["rm", "-rf", "--", os.fspath(path)], check=False, stderr=subprocess.DEVNULL)


def _neighbour(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=_prefix(path))
    os.close(descriptor)
    return temporary


def _prefix(path):
    return f".{path.name[:40]}."


def _discard(path):
    if path is not None:
        with contextlib.suppress(OSError):
            os.unlink(path)
