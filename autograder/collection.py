"""What was handed in: a folder in nbgrader's layout, <student>/<stage>/<stage>.ipynb."""

import os
from dataclasses import dataclass
from pathlib import Path

from . import CourseError, files
from .submission import Rejected, too_large
from .text import visible


@dataclass(frozen=True)
class HandedIn:
    """The place of one student's submission. student: the folder's name, made printable."""

    student: str
    path: Path

    def read(self, limits):
        """The file's bytes.

        Raises Rejected when there is none, or none that should be read, and CourseError when it is not the student's
        fault that it cannot be read.
        """
        try:
            if self.path.parent.is_symlink():
                raise Rejected(f"the folder {self.path.parent.name} is a link, not a folder")
            data = files.read(self.path, int(limits.submission_bytes))
            if len(data) > limits.submission_bytes:
                raise too_large(os.lstat(self.path).st_size, limits)
            return data
        except files.NotRegular:
            raise Rejected(f"{self.path.name} is not a regular file") from None
        except (FileNotFoundError, NotADirectoryError):
            raise Rejected(f"nothing handed in: there is no {self.path.parent.name}/{self.path.name}") from None
        except OSError as error:
            raise CourseError(f"{self.path.name} cannot be read: {error.strerror}") from None

    @property
    def absent(self):
        """True when nothing was handed in for the stage."""
        try:
            os.lstat(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False
        return False

    @property
    def timestamp(self):
        """The text of nbgrader's timestamp.txt beside the notebook, or None."""
        try:
            return files.read(self.path.parent / "timestamp.txt", 100).decode("utf-8").strip()[:100] or None
        except (OSError, UnicodeDecodeError, files.NotRegular):
            return None


def collect(submitted, stage):
    """All students in a folder, by name. Raises CourseError when there is no such folder or nobody in it."""
    submitted = Path(submitted)
    if not os.path.isdir(submitted):
        raise CourseError(f"there is no folder {submitted}; name the folder of submissions with --submitted")
    try:
        names = sorted(name for name in os.listdir(submitted) if os.path.isdir(submitted / name) and name[0] != ".")
    except OSError as error:
        raise CourseError(f"cannot read {submitted}: {error.strerror}") from None
    if not names:
        raise CourseError(f"{submitted} holds no submissions: it should hold <student>/{stage}/{stage}.ipynb")
    found = {name: name for name in names if visible(name) == name}
    for name in names:
        student = visible(name)
        # A name that only looks like another's, once it is made printable, must not take the other's place.
        while found.get(student, name) != name:
            student += "'"
        found[student] = name
    return [
        HandedIn(student, submitted / name / stage / f"{stage}.ipynb")
        for student, name in sorted(found.items(), key=lambda pair: pair[1])
    ]
