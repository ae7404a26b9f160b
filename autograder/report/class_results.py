"""All that `grade` and a person left of a class, read once: results, points given by hand, and what cannot be read."""

import json
import os
from dataclasses import dataclass, field
from functools import cached_property

from .. import CourseError, graded_folder
from ..assignment import Assignment
from ..feedback import cell_titles
from ..penalties import LateBook
from ..result import ABSENT, FAILED, GRADED, REJECTED, Result, counting
from ..text import visible

STATUSES = (GRADED, REJECTED, FAILED)


@dataclass(frozen=True)
class Row:
    """One submission. student: its folder's name. points: {grade_id: points}, None for a cell that waits for a person.

    again: the grade_ids of cells with points that a person gave to an earlier submission, to be looked at again.
    penalty: the points that coming late costs.
    """

    student: str
    result: Result
    points: dict = field(default_factory=dict)
    again: tuple = ()
    penalty: float = 0.0

    @property
    def name(self):
        """The student's name, fit to be shown."""
        return visible(self.student)

    @property
    def total(self):
        """The points up to now, as they stand on the feedback page."""
        return counting(self.points.values(), self.penalty)

    @property
    def waiting(self):
        """The grade_ids of cells that wait for a person."""
        return [grade_id for grade_id, points in self.points.items() if points is None]

    @property
    def absent(self):
        """True when nothing was handed in."""
        return self.result.status == REJECTED and self.result.error.startswith(ABSENT)


@dataclass(frozen=True)
class ClassResults:
    """A stage's results. rows: a Row for each readable result, by name. damaged: (student, what is wrong) of others.

    newest: the time of the last result, in seconds since 1970.
    """

    assignment: Assignment
    rows: list
    damaged: list
    newest: float = 0.0

    @cached_property
    def titles(self):
        """{grade_id: heading} of all nbgrader cells."""
        return cell_titles(self.assignment.source)

    @cached_property
    def graded(self):
        """The rows of those that were graded with the cells and the points that the stage has now."""
        points = self.assignment.points
        return [row for row in self._all_graded if _worth(row.result) == points]

    @cached_property
    def outdated(self):
        """The rows of those that were graded when the stage had other cells or points."""
        points = self.assignment.points
        return [row for row in self._all_graded if _worth(row.result) != points]

    @property
    def _all_graded(self):
        return [row for row in self.rows if row.result.status == GRADED]

    @property
    def rejected(self):
        """The rows of those that handed in something which cannot be graded."""
        return [row for row in self.rows if row.result.status == REJECTED and not row.absent]

    @property
    def absent(self):
        """The rows of those that handed in nothing."""
        return [row for row in self.rows if row.absent]

    @property
    def failed(self):
        """The rows of those that the grader, by its own fault, could not grade."""
        return [row for row in self.rows if row.result.status == FAILED]


def read(course, stage, out):
    """The ClassResults of a stage. out: the folder that `grade` wrote to, a Path.

    Raises CourseError when nothing was graded there, or the gradebook cannot be read.
    """
    assignment = Assignment.load(course, stage)
    folders = _folders(out, stage)
    if not folders:
        raise CourseError(f"nothing of {stage} was graded in {out}; run: autograder grade {stage}")
    manual, again, late = _by_hand(stage, out / "gradebook.db")
    rows, damaged, newest = [], [], 0.0
    for folder in folders:
        student = folder.parent.name
        kept = graded_folder.read(out, stage, student)
        if kept is None or not _is_sound(kept.result):
            whole = os.path.exists(folder / "result.json")
            damaged.append((student, "its result cannot be read" if whole else "its grading was broken off"))
            continue
        newest = max(newest, (folder / "result.json").stat().st_mtime)
        given = manual.get(student, {})
        points = {name: _points(cell, given.get(name)) for name, cell in kept.result.cells.items()}
        penalty = late[student].points if student in late else 0.0
        rows.append(Row(student, kept.result, points, tuple(again.get(student, ())), penalty))
    return ClassResults(assignment, rows, damaged, newest)


def was_graded(out, stage):
    """Is there a submission of a stage, whatever came of it?"""
    return bool(_folders(out, stage))


def _folders(out, stage):
    return sorted(path for path in out.glob(f"autograded/*/{stage}") if os.path.isdir(path))


def cells_of(out, stage, student):
    """The cells of a graded notebook as JSON has them; none where there is no such notebook. Only dicts are in it."""
    path = graded_folder.place(out, stage, student) / f"{stage}.ipynb"
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return []
    return [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []


def _by_hand(stage, path):
    """What a person gave, what is to be looked at again, and who was late; nothing where there is no gradebook yet."""
    if not os.path.exists(path):
        return {}, {}, {}
    with LateBook(stage, path) as gradebook:
        return gradebook.manual(), gradebook.to_look_at_again(), gradebook.late()


def _points(cell, given):
    """given: (points, comment) of a person, or None."""
    return cell.score if given is None or given[0] is None else given[0]


def _worth(result):
    return {grade_id: float(cell.max_score) for grade_id, cell in result.cells.items()}


def _is_sound(result):
    """Has a file that reads like a result the types of one? A page is made of it."""
    cells = list(result.cells.values())
    texts = (result.error, result.submission, *result.layers, *result.notes, *(cell.message for cell in cells))
    quantities = (result.max_score, result.wall_s, result.cpu_s, *(cell.max_score for cell in cells))
    scores = [cell.score for cell in cells if cell.score is not None]
    scores += [] if result.status == FAILED else [result.score]
    return (
        result.status in STATUSES
        and all(isinstance(text, str) for text in texts)
        and all(_is_number(number) and number >= 0 for number in (*quantities, *scores))
    )


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15  # no nan either
