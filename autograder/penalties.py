"""What handing in late costs: the course's own plugin for nbgrader says so, as it does for `nbgrader autograde`.

nbgrader's step asks the plugin while it grades one submission. Ours does so for all of them when the grading is done,
so that a new due date, an extension or a score that a person gave is counted without grading anything again.
"""

import contextlib
import logging
import math
import sys
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Assignment, SubmittedAssignment, SubmittedNotebook
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties

from . import CourseError
from .generator import course_config
from .gradebook import ClassGradebook
from .text import counted, one_line


@dataclass(frozen=True)
class Late:
    """A submission that came late. points: what it costs; 0 where the course asks for nothing."""

    student: str
    seconds: float
    points: float


def assign(course, stage, out):
    """Store the penalties of all late submissions of a stage in a folder's gradebook. Returns (list of Late, lines).

    lines: good to know. Without a plugin in the course's nbgrader_config.py there are no penalties, and none of an
    earlier one stays. Raises CourseError when the plugin cannot be used; then the gradebook is as it was.
    """
    with _on_path(course.root):
        step = _step(course)
        with LateBook(stage, Path(out) / "gradebook.db") as book:
            return book.assign(step)


def _step(course):
    """nbgrader's step with the course's plugin in it, or None when there is nothing to do."""
    try:
        step = AssignLatePenalties(config=course_config(course))
        # What is good to know is said by us.
        step.log = logging.Logger("penalties", logging.CRITICAL)
        step.init_plugin()
    except CourseError:
        raise
    except Exception as error:
        raise CourseError(
            f"the plugin for late submissions in {course.root / 'nbgrader_config.py'} cannot be used: "
            f"{type(error).__name__}: {one_line(str(error))}"
        ) from None
    plugin = step.plugin_inst
    return None if type(plugin) is LateSubmissionPlugin and plugin.penalty_method == "none" else step


@contextlib.contextmanager
def _on_path(folder):
    """A plugin named "late.Penalty" is late.py of the course folder, as for nbgrader's commands in that folder."""
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        with contextlib.suppress(ValueError):
            sys.path.remove(str(folder))


class LateBook(ClassGradebook):
    """A gradebook whose late submissions are looked at."""

    def late(self):
        """{student: Late} of the submissions that lost points."""
        with self._told("read"):
            return {
                notebook.assignment.student_id: Late(
                    notebook.assignment.student_id,
                    notebook.assignment.total_seconds_late,
                    notebook.late_submission_penalty,
                )
                for notebook in self._with_penalty()
                if notebook.late_submission_penalty > 0
            }

    def assign(self, step):
        """See `penalties.assign`. step: nbgrader's, or None."""
        with self._told("write"), self._one_transaction():
            due = self.book.db.query(Assignment.duedate).filter(Assignment.name == self.stage).scalar()
            before = self.late()
            for notebook in self._with_penalty():
                notebook.late_submission_penalty = None
            late, lines = [], []
            if step is not None and due is None:
                lines = [f"{self.stage} has no due date in the gradebook, so nobody is late; see docs/lms.md"]
            elif step is not None:
                submissions = [submission for submission in self._late() if submission.total_seconds_late]
                late = [self._assign(step, submission) for submission in submissions]
            gone = before.keys() - {one.student for one in late if one.points}
            lines += [
                f"lateness costs {student} nothing any more: {counted(before[student].points, 'point')} given back"
                for student in sorted(gone)
            ]
            return late, lines

    def _assign(self, step, submission):
        """What nbgrader's step does with a late submission."""
        student, seconds, total = submission.student_id, submission.total_seconds_late, 0.0
        for notebook in submission.notebooks:
            try:
                penalty = step.plugin_inst.late_submission_penalty(student, notebook.score, seconds)
                if penalty is not None:
                    penalty = step._check_late_penalty(notebook, penalty)
                    if not math.isfinite(penalty):
                        raise ValueError(f"{penalty} is no number of points")
                    notebook.late_submission_penalty = penalty
                    total += penalty
            except Exception as error:
                name = type(step.plugin_inst).__name__
                reason = f"{type(error).__name__}: {one_line(str(error))}"
                raise CourseError(f"the plugin for late submissions, {name}, fails for {student}: {reason}") from None
        return Late(student, seconds, total)

    def _late(self):
        """The submissions after the due date. An extension can only make a submission less late."""
        return (
            self.book.db.query(SubmittedAssignment)
            .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            .filter(Assignment.name == self.stage, SubmittedAssignment.timestamp > Assignment.duedate)
            .order_by(SubmittedAssignment.student_id)
        )

    def _with_penalty(self):
        return (
            self.book.db.query(SubmittedNotebook)
            .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            .filter(Assignment.name == self.stage, SubmittedNotebook.late_submission_penalty.isnot(None))
        )


def span(seconds):
    """How late that is, in words: 40 minutes, 5 hours, 2 days."""
    for unit, size in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if seconds >= size:
            return counted(seconds // size, unit)
    return "less than a minute"
