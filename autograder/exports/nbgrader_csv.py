"""nbgrader's own CSV, written by its own exporter, and a table a stage with a column for each graded cell.

The exporter joins fields with commas as they are; it is given them as CSV fields, so that any name fits. It asks for
one student after the other; it is answered from what was read at once.
"""

import os
import tempfile
from pathlib import Path
from types import SimpleNamespace

from nbgrader.api import MissingEntry
from nbgrader.plugins import CsvExportPlugin

from .. import CourseError, files
from ..tables import as_csv, number, write


class _Quoted:
    """As much of a gradebook as the exporter asks for."""

    def __init__(self, all_scores):
        people = {student: person for scores in all_scores for student, person in scores.people.items()}
        self.assignments = [
            SimpleNamespace(name=_field(scores.stage), duedate=scores.duedate, max_score=scores.max_score)
            for scores in all_scores
        ]
        self.students = [_student(person) for person in people.values()]
        self.submissions = {
            (_field(scores.stage), _field(student)): SimpleNamespace(
                timestamp=found.timestamp, score=found.raw, late_submission_penalty=found.penalty
            )
            for scores in all_scores
            for student, found in scores.submissions.items()
        }

    def find_submission(self, assignment, student):
        """As nbgrader's: raises MissingEntry."""
        try:
            return self.submissions[assignment, student]
        except KeyError:
            raise MissingEntry from None


def _student(person):
    names = ("id", "last_name", "first_name", "email")
    return SimpleNamespace(**{name: _field(getattr(person, name)) for name in names})


def _field(text):
    """A text as it stands in a CSV file."""
    return as_csv([[text]]).decode("utf-8").removesuffix("\n")


def export(all_scores, path):
    """Write what `nbgrader export` writes. Raises CourseError when the place cannot be written."""
    try:
        with tempfile.TemporaryDirectory(prefix="export-") as folder:
            place = Path(folder) / "grades.csv"
            CsvExportPlugin(to=str(place)).export(_Quoted(all_scores))
            with open(place, newline="") as file:  # a "\r" in a name is no end of a line
                text = file.read().replace(os.linesep, "\n")
    except UnicodeEncodeError:
        raise CourseError("a name does not fit this machine's encoding; try again with PYTHONUTF8=1 set") from None
    except OSError as error:
        raise CourseError(
            f"cannot write {path}: the folder for temporary files cannot be used: {error.strerror or error}; "
            "name another in TMPDIR"
        ) from None
    files.write(path, text.encode("utf-8"))


def export_cells(scores, names, path):
    """Write a table of one stage: a row a student, a column for each of these graded cells, with its points in the
    header; empty where nobody read it yet.
    """
    titles = [f"{name} ({number(scores.points[name])})" for name in names]
    rows = [["student_id", "score", "max_score", *titles]]
    for student, found in sorted(scores.submissions.items()):
        cells = [found.cells.get(name) for name in names]
        values = [None if cell is None or cell.waiting else cell.score for cell in cells]
        rows.append([student, found.score, scores.max_score, *values])
    write(path, rows)
