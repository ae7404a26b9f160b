"""Scores in nbgrader's own gradebook.db, through nbgrader's own API."""

import warnings

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.utils import parse_utc
from sqlalchemy.exc import SAWarning, SQLAlchemyError

from . import CourseError
from .generator import find_scripts, generate, sqlite_url
from .result import FAILED
from .scoring import plain


def prepare(course, stage, path):
    """Teach the gradebook at a path, made if need be, the cells and points of a stage: nbgrader's generator does it."""
    generate(course, stage, sqlite_url(path))


class ClassGradebook:
    """The gradebook of a class, open for one stage. Use it as a context manager."""

    def __init__(self, stage, path):
        find_scripts()
        self.stage = stage
        try:
            self.book = Gradebook(sqlite_url(path))
        except SQLAlchemyError as error:
            raise CourseError(f"cannot open the gradebook {path}: {str(error).splitlines()[0]}") from None

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.book.close()

    def students(self):
        """The ids of all students in the gradebook."""
        return [student.id for student in self.book.students]

    def store(self, student, result, handed_in=None):
        """Write one Result. A resubmission starts from nothing: no score of an earlier one stays.

        handed_in: nbgrader's timestamp text, or None. A person's manual score is kept, and marked to
        be looked at again.
        """
        if result.status == FAILED:
            return
        with warnings.catch_warnings():
            # nbgrader 0.9 builds rows in an order that SQLAlchemy 2 remarks on; nothing is lost by it.
            warnings.simplefilter("ignore", SAWarning)
            self.book.update_or_create_student(student)
            submission = self.book.update_or_create_submission(self.stage, student, **_timestamp(handed_in))
        texts = _cell_texts(result)
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                cell = result.cells.get(grade.name)
                grade.auto_score = 0.0 if cell is None else cell.score
                grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None
            for comment in notebook.comments:
                cell = result.cells.get(comment.name)
                unanswered = cell is not None and cell.score == 0.0 and comment.name in texts
                comment.auto_comment = "No response." if unanswered else None
        self.book.db.commit()

    def manual(self, student):
        """{grade_id: (manual_score, comment)} that a person gave in the formgrader."""
        try:
            submission = self.book.find_submission(self.stage, student)
        except MissingEntry:
            return {}
        comments = {comment.name: comment.comment for book in submission.notebooks for comment in book.comments}
        return {
            grade.name: (grade.manual_score, plain(comments.get(grade.name) or ""))
            for book in submission.notebooks
            for grade in book.grades
        }


def _timestamp(text):
    """nbgrader's own reading of a timestamp; one that it cannot read is as good as none."""
    try:
        return {"timestamp": parse_utc(text)} if text else {}
    except (ValueError, OverflowError):
        return {}


def _cell_texts(result):
    if result.notebook is None:
        return {}
    notebook = nbformat.reads(result.notebook, as_version=4)
    return {cell.metadata.nbgrader.grade_id: cell.source for cell in notebook.cells if "nbgrader" in cell.metadata}
