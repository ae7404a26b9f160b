"""The secret that seeds are made from: one per person who grades, outside every course, readable by nobody else."""

import contextlib
import os
import secrets
import stat
from pathlib import Path

from . import CourseError

BYTES = 32


def path():
    """Where the secret lies: $AUTOGRADER_SECRET, else in the user's data folder."""
    named = os.environ.get("AUTOGRADER_SECRET")
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(named) if named else Path(home) / "flatgrad" / "secret"


def load():
    """The secret, made on first use. Raises CourseError when it cannot be read or made, or others may read it."""
    place = path()
    try:
        with contextlib.suppress(FileNotFoundError):
            return _read(place)
        return _make(place)
    except OSError as error:
        raise CourseError(f"cannot use the secret of this grader, {place}: {error.strerror or error}") from None


def _read(place):
    with open(place, "rb") as file:
        found, data = os.fstat(file.fileno()), file.read(BYTES + 1)
    if stat.S_IMODE(found.st_mode) & 0o077:
        raise CourseError(f"others may read the secret of this grader; type: chmod 600 {place}")
    if len(data) != BYTES:
        raise CourseError(
            f"the secret of this grader, {place}, is damaged; remove it, and test inputs will be new ones"
        )
    return data


def _make(place):
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    data = secrets.token_bytes(BYTES)
    temporary = place.with_name(f".{place.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        # Not over the secret of a grader that was quicker.
        with contextlib.suppress(FileExistsError):
            os.link(temporary, place)
    finally:
        temporary.unlink(missing_ok=True)
    return _read(place)
