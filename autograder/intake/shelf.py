"""The folder submitted/, in nbgrader's layout. Nothing in it is replaced unasked, and no link in it is followed."""

import os
import stat

from .. import CourseError, files
from ..text import visible
from .identifiers import folded
from .sources import Unusable

NEW, UNCHANGED, UPDATED = "new", "unchanged", "updated"


class Shelf:
    """A target folder for one stage. update: replace another notebook that is there. limit: bytes of a notebook."""

    def __init__(self, target, stage, update, limit):
        self.target, self.stage, self.update, self.limit = target, stage, update, limit
        try:
            self.there = {folded(name): name for name in os.listdir(target)}
        except FileNotFoundError:
            self.there = {}
        except OSError as error:
            raise CourseError(f"cannot use the folder {target}: {error.strerror}") from None

    def put(self, student, data, moment):
        """Put a notebook there. Returns NEW, UNCHANGED or UPDATED. Raises Unusable or CourseError."""
        other = self.there.setdefault(folded(student), student)
        if other != student:
            raise Unusable(
                f"differs from {visible(other)}, who is there already, in capitals only; left out: is it one student?"
            )
        folder = self.target / student / self.stage
        for path in (folder.parent, folder):
            if path.is_symlink():
                raise Unusable(f"{path} is a link; left out: remove it")
        path, time = folder / f"{self.stage}.ipynb", folder / "timestamp.txt"
        for place in (path, time):
            files.remove_halves(place)
        there = self._there(path)
        if there == data:
            if moment and not os.path.lexists(time):
                _write_time(time, moment)
            return UNCHANGED
        if there is not None and not self.update:
            raise Unusable(f"another {path.name} is there already and was kept; --update takes the new one")
        # The old time must not stay beside the new notebook.
        files.remove(time)
        files.write(path, data)
        if moment:
            _write_time(time, moment)
        return NEW if there is None else UPDATED

    def has_time(self, student):
        """Is it known when a student handed in?"""
        return os.path.lexists(self.target / student / self.stage / "timestamp.txt")

    def _there(self, path):
        """The bytes of the notebook that is there, None when there is none."""
        try:
            if not stat.S_ISREG(os.lstat(path).st_mode):
                raise Unusable(f"{path} is a link or a folder; left out: remove it")
            return files.read(path, max(self.limit, os.lstat(path).st_size))
        except FileNotFoundError:
            return None
        except NotADirectoryError:
            raise Unusable(f"{path.parent} is no folder; left out: remove what is there") from None
        except OSError as error:
            raise CourseError(f"cannot read what is in {self.target}: {error.strerror}") from None


def _write_time(path, moment):
    files.write(path, f"{moment:%Y-%m-%d %H:%M:%S} UTC\n".encode("ascii"))
