"""Scores in nbgrader's own gradebook.db, through nbgrader's own API."""

import contextlib
import re
import warnings

from nbgrader.api import Comment, Grade, Gradebook, InvalidEntry, SubmittedAssignment, SubmittedNotebook
from nbgrader.utils import parse_utc
from sqlalchemy.exc import SAWarning, SQLAlchemyError
from tornado.log import app_log

from . import CourseError
from .database import advised
from .generator import find_scripts, generate, sqlite_url
from .result import FAILED
from .text import one_line, plain

LONGEST_COMMENT = 20_000
# What SQLAlchemy writes before the database's own words.
DRIVER = re.compile(r"^\((?:\w+\.)*\w+\) ")
# nbgrader's own comment on an answer that is empty.
NO_RESPONSE = "No response."


def prepare(course, stage, path):
    """Teach the gradebook at a path, made if need be, the cells and points of a stage: nbgrader's generator does it."""
    generate(course, stage, path)


class ClassGradebook:
    """The gradebook of a class, open for one stage. Use it as a context manager."""

    def __init__(self, stage, path):
        find_scripts()
        self.stage = stage
        self.path = path
        with self._told("open"):
            self.book = Gradebook(sqlite_url(path))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.book.close()

    @contextlib.contextmanager
    def _told(self, what):
        """Turn the database's errors into a CourseError; what was half done is undone."""
        before, app_log.disabled = app_log.disabled, True  # nbgrader logs a stack trace, and then raises
        try:
            yield
        except (SQLAlchemyError, InvalidEntry) as error:
            if what != "open":
                with contextlib.suppress(SQLAlchemyError):
                    self.book.db.rollback()
            raise CourseError(f"cannot {what} the gradebook {self.path}: {_reason(error)}") from None
        finally:
            app_log.disabled = before

    @contextlib.contextmanager
    def _one_transaction(self):
        """All or nothing: nbgrader's API commits after each of its steps, here only the end does."""
        session = self.book.db
        session.commit = session.flush
        try:
            yield
        except BaseException:
            session.rollback()
            raise
        finally:
            del session.commit
        session.commit()

    def students(self):
        """The ids of all students in the gradebook."""
        with self._told("read"):
            return [student.id for student in self.book.students]

    def stored(self):
        """{student: (timestamp, {grade_id: auto_score})} of all submissions of the stage."""
        found = {}
        for student, timestamp, grade in self._each(Grade):
            found.setdefault(student, (timestamp, {}))[1][grade.name] = grade.auto_score
        return found

    def manual(self):
        """{student: {grade_id: (score, comment)}} that a person gave in the formgrader; None for no score, and for
        solution cells, which can have a comment only.
        """
        found = {}
        for student, _, grade in self._each(Grade):
            found.setdefault(student, {})[grade.name] = (_by_hand(grade), "")
        for student, _, comment in self._each(Comment):
            cells = found.setdefault(student, {})
            score, _ = cells.get(comment.name, (None, ""))
            cells[comment.name] = (score, plain(comment.comment or "", LONGEST_COMMENT))
        return found

    def to_look_at_again(self):
        """{student: [grade_id]} of the scores that a person gave before the last submission was graded."""
        found = {}
        for student, _, grade in self._each(Grade):
            if grade.needs_manual_grade and grade.manual_score is not None:
                found.setdefault(student, []).append(grade.name)
        return found

    def _each(self, kind):
        """(student, timestamp, grade or comment) of all submissions of the stage."""
        with self._told("read"):
            assignments = [assignment.id for assignment in self.book.assignments if assignment.name == self.stage]
            yield from (
                self.book.db.query(SubmittedAssignment.student_id, SubmittedAssignment.timestamp, kind)
                .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
                .join(kind, kind.notebook_id == SubmittedNotebook.id)
                .filter(SubmittedAssignment.assignment_id.in_(assignments))
            )

    def store(self, rows):
        """Write (student, Result, handed_in) rows: all of them or none. A resubmission starts from nothing: no score
        of an earlier one stays.

        handed_in: nbgrader's timestamp text, or None. A person's manual score is kept, and marked to
        be looked at again. A failed Result changes nothing.
        """
        with self._told("write"), self._one_transaction():
            for student, result, handed_in in rows:
                if result.status != FAILED:
                    self._store(student, result, handed_in)

    def _store(self, student, result, handed_in):
        with warnings.catch_warnings():
            # nbgrader 0.9 builds rows in an order that SQLAlchemy 2 remarks on; nothing is lost by it.
            warnings.simplefilter("ignore", SAWarning)
            self.book.update_or_create_student(student)
            submission = self.book.update_or_create_submission(self.stage, student, timestamp=_timestamp(handed_in))
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                grade.auto_score = _auto_score(result, grade.name)
                grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None
            for comment in notebook.comments:
                cell = result.cells.get(comment.name)
                unanswered = cell is not None and cell.score == 0.0
                comment.auto_comment = NO_RESPONSE if unanswered else None


def is_stored(stored, result, handed_in=None):
    """Does a row of `ClassGradebook.stored` say what storing a result would write? stored: None where there is none."""
    if stored is None:
        return False
    timestamp, scores = stored
    return timestamp == _timestamp(handed_in) and scores == {name: _auto_score(result, name) for name in scores}


def _reason(error):
    """What the database says, in a line, and what to do."""
    return advised(one_line(DRIVER.sub("", str(getattr(error, "orig", None) or error))))


def _auto_score(result, grade_id):
    """What a cell of a submission gets; one that a rejected submission does not have gets 0."""
    cell = result.cells.get(grade_id)
    return 0.0 if cell is None else cell.score


def _by_hand(grade):
    return grade.score if grade.manual_score is not None or grade.extra_credit else None


def _timestamp(text):
    """nbgrader's own reading of a timestamp; one that it cannot read, for whatever reason, is as good as none."""
    try:
        moment = parse_utc(text) if text else None
        return moment if moment is None or moment.tzinfo is None else None
    except Exception:
        return None
