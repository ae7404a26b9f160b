"""A stage as the grader sees it: the source notebook with hidden tests, the release, points and limits."""

import functools
import hashlib
from dataclasses import dataclass, field
from functools import cached_property

import nbformat
from nbgrader.utils import is_grade, is_locked, is_solution, is_task

from . import CourseError
from .cellnames import is_lent, names_of
from .hidden import hidden_lines
from .limits import Limits
from .text import one_line

# What nbformat raises for bytes that are not a notebook.
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, nbformat.ValidationError)


@functools.lru_cache(maxsize=32)
def _parse(data):
    return nbformat.reads(data.decode("utf-8"), as_version=4)


@dataclass(frozen=True)
class Assignment:
    """One stage by value: all that grading needs, as bytes, so that it can be sent to any worker.

    secret: what the seeds of hidden tests are made from; without one they are the same for everybody who has none.
    """

    stage: str
    source_bytes: bytes
    release_bytes: bytes
    secret: bytes = field(default=b"", repr=False)

    @classmethod
    def load(cls, course, stage, secret=b""):
        """Read a stage from its course folder. Raises CourseError when a notebook is missing or cannot be read."""
        parts = []
        for kind, path in (("source", course.source(stage)), ("release", course.release(stage))):
            try:
                parts.append(path.read_bytes())
                _parse(parts[-1])
            except FileNotFoundError:
                todo = f"; make it with: autograder release {stage}" if kind == "release" else ""
                raise CourseError(f"there is no {kind} notebook {path}{todo}") from None
            except (OSError, *UNREADABLE) as error:
                raise CourseError(f"cannot read {path}: {one_line(str(error))}") from None
        assignment = cls(stage, *parts, secret)
        assignment.check(course)
        return assignment

    def check(self, course):
        """Raise CourseError when the notebooks could not be graded with."""
        try:
            if not self.points:
                raise CourseError(f"{course.source(self.stage)} has no graded cell")
        except (KeyError, AttributeError, TypeError, ValueError):
            raise CourseError(f"{course.source(self.stage)} has a graded cell without grade_id or points") from None
        if list(self.source_cells) != list(self.release_cells):
            raise CourseError(
                f"{course.release(self.stage)} has other nbgrader cells than the source; "
                f"make it again with: autograder release {self.stage}"
            )
        tasks = [grade_id for grade_id, cell in self.source_cells.items() if is_task(cell)]
        if tasks:
            raise CourseError(
                f"{course.source(self.stage)}: the cell {tasks[0]!r} is a 'manually graded task', "
                "which is not supported; make it a 'manually graded answer'"
            )
        self.limits  # noqa: B018  (raises for a limit of no use)

    @cached_property
    def source(self):
        """The instructor's notebook. Shared, as all that is below: do not change it."""
        return _parse(self.source_bytes)

    @cached_property
    def release(self):
        """The student's notebook."""
        return _parse(self.release_bytes)

    @cached_property
    def key(self):
        """SHA-256 of all of it: changes when a test, a text or the secret does."""
        parts = (self.stage.encode("utf-8"), self.source_bytes, self.release_bytes, self.secret)
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()

    @cached_property
    def limits(self):
        """The limits that the stage asks for."""
        return Limits.of(self.source)

    @cached_property
    def source_cells(self):
        """{grade_id: cell} of all nbgrader cells of the source, in order."""
        return _by_grade_id(self.source)

    @cached_property
    def release_cells(self):
        """{grade_id: cell} of all nbgrader cells of the release, in order."""
        return _by_grade_id(self.release)

    @cached_property
    def asked_for(self):
        """The names that a test has from the student's process: those of all cells of the source that students may
        change, and of the locked ones that are lent.
        """
        code = (cell for cell in self.source.cells if cell.cell_type == "code")
        return frozenset().union(*(names_of(cell.source)[0] for cell in code if is_lent(cell) or not is_locked(cell)))

    @cached_property
    def hidden_lines(self):
        """The telling lines of all hidden tests, see `hidden.hidden_lines`."""
        return hidden_lines(self.source)

    @cached_property
    def points(self):
        """{grade_id: points} of all graded cells, in order."""
        return {
            grade_id: float(cell.metadata.nbgrader.points)
            for grade_id, cell in self.source_cells.items()
            if is_grade(cell)
        }

    @cached_property
    def answers(self):
        """The grade_ids of the graded cells that a person reads."""
        return {grade_id for grade_id, cell in self.source_cells.items() if is_grade(cell) and is_solution(cell)}

    @property
    def max_score(self):
        """All points of the stage."""
        return sum(self.points.values())

    def __getstate__(self):
        # What was found out about the notebooks stays here; only they travel.
        return {name: getattr(self, name) for name in ("stage", "source_bytes", "release_bytes", "secret")}


def _by_grade_id(notebook):
    return {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}
