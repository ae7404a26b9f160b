"""Where each student of a class stands: what the tests gave, what a person gave in its place, what lateness costs."""

from pathlib import Path
from typing import NamedTuple

from .exports.scores import ScoreBook
from .result import FAILED


class Standing(NamedTuple):
    """One student. score: what counts now, None where grading failed. cells: {grade_id: points}, None for a cell that
    waits for a person.
    """

    score: float | None
    cells: dict


def of_tests(results):
    """{student: Standing} by the tests alone. results: {student: Result}."""
    return {
        student: Standing(result.score, {name: cell.score for name, cell in result.cells.items()})
        for student, result in results.items()
    }


def standings(stage, out, results):
    """{student: Standing} as the gradebook in a folder has it, and so feedback and exports; by the tests where it has
    nothing. Raises CourseError when it cannot be read.
    """
    with ScoreBook(stage, Path(out) / "gradebook.db") as book:
        found = book.read()
    found = found.submissions if found else {}
    graded = [student for student, result in results.items() if result.status != FAILED and student in found]
    return {**of_tests(results), **{student: _booked(found[student]) for student in graded}}


def _booked(scores):
    cells = {name: None if cell.waiting else cell.score for name, cell in scores.cells.items()}
    return Standing(scores.score, cells)
