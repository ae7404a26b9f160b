"""What was handed in: a folder in nbgrader's layout, <student>/<stage>/<stage>.ipynb."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from . import CourseError
from .scoring import plain
from .submission import Rejected


@dataclass(frozen=True)
class HandedIn:
    """The place of one student's submission. student: the folder's name, made printable."""

    student: str
    path: Path

    def read(self, limits):
        """The file's bytes. Raises Rejected when there is none, or none that should be read."""
        try:
            status = os.lstat(self.path)
            if not stat.S_ISREG(status.st_mode):
                raise Rejected(f"{self.path.name} is not a regular file")
            if status.st_size > limits.submission_bytes:
                raise Rejected(
                    f"the file has {status.st_size / 1e6:.0f} MB; at most {limits.submission_bytes / 1e6:.0f} MB are "
                    "read (clear the outputs and save again)"
                )
            return self.path.read_bytes()
        except FileNotFoundError:
            raise Rejected(f"nothing handed in: there is no {self.path.parent.name}/{self.path.name}") from None
        except OSError as error:
            raise Rejected(f"{self.path.name} cannot be read: {error.strerror}") from None

    @property
    def absent(self):
        """True when nothing was handed in for the stage."""
        return not os.path.lexists(self.path)

    @property
    def timestamp(self):
        """The text of nbgrader's timestamp.txt beside the notebook, or None."""
        try:
            return (self.path.parent / "timestamp.txt").read_text(encoding="utf-8").strip()[:100] or None
        except (OSError, UnicodeDecodeError):
            return None


def collect(submitted, stage):
    """All students in a folder, by name. Raises CourseError when there is no such folder or nobody in it."""
    submitted = Path(submitted)
    if not submitted.is_dir():
        raise CourseError(f"there is no folder {submitted}; name the folder of submissions with --submitted")
    try:
        folders = sorted(path for path in submitted.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError as error:
        raise CourseError(f"cannot read {submitted}: {error.strerror}") from None
    if not folders:
        raise CourseError(f"{submitted} holds no submissions: it should hold <student>/{stage}/{stage}.ipynb")
    found = {}
    for path in folders:
        student = _printable(path.name)
        while student in found:  # two unprintable names can look the same
            student += "'"
        found[student] = HandedIn(student, path / stage / f"{stage}.ipynb")
    return list(found.values())


def _printable(name):
    """A folder's name as text that can be shown, stored and compared."""
    return plain(name.encode("utf-8", "backslashreplace").decode("utf-8").replace("\n", " "), 200)
