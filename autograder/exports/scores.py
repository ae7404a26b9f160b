"""The scores of a stage as the gradebook has them: what tests gave, what a person gave, what lateness cost."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbgrader.api import Grade, MissingEntry, SubmittedAssignment, SubmittedNotebook

from .. import CourseError
from ..gradebook import ClassGradebook
from ..result import counting


@dataclass(frozen=True)
class Cell:
    """One graded cell of a submission. waiting: no person has read it yet, and its score is 0 until then."""

    score: float
    waiting: bool


@dataclass(frozen=True)
class Scores:
    """One submission. cells: {grade_id: Cell}. penalty: the points that handing in late cost."""

    timestamp: datetime | None
    cells: dict
    penalty: float

    @property
    def raw(self):
        """All points, before a penalty."""
        return sum(cell.score for cell in self.cells.values())

    @property
    def score(self):
        """What counts."""
        return counting([self.raw], self.penalty)

    @property
    def waiting(self):
        """The grade_ids that a person has to read."""
        return [grade_id for grade_id, cell in self.cells.items() if cell.waiting]


@dataclass(frozen=True)
class Person:
    """A student of the gradebook. lms_user_id: the learning platform's number."""

    id: str
    first_name: str
    last_name: str
    email: str
    lms_user_id: str


@dataclass(frozen=True)
class StageScores:
    """One stage. points: {grade_id: points}, in no order. submissions: {student id: Scores}.

    people: {student id: Person} of all students, whether they handed in or not.
    """

    stage: str
    duedate: datetime | None
    points: dict
    submissions: dict
    people: dict

    @property
    def max_score(self):
        return sum(self.points.values())


class ScoreBook(ClassGradebook):
    """A gradebook that is read for one stage."""

    def read(self):
        """The StageScores, or None when the gradebook does not know the stage."""
        with self._told("read"):
            try:
                assignment = self.book.find_assignment(self.stage)
            except MissingEntry:
                return None
            cells = {
                cell.id: cell
                for notebook in assignment.notebooks
                for cell in (*notebook.grade_cells, *notebook.task_cells)
            }
            grades, penalties, times = {}, dict(self._penalties(assignment)), {}
            for student, timestamp, grade in self._each(Grade):
                waiting = bool(grade.needs_manual_grade) and grade.auto_score is None and grade.manual_score is None
                name = cells[grade.cell_id].name
                grades.setdefault(student, {})[name] = Cell(float(grade.score or 0.0), waiting)
                times[student] = timestamp
            points = {cell.name: float(cell.max_score) for cell in cells.values()}
            submissions = {
                student: Scores(times[student], grades[student], penalties.get(student, 0.0)) for student in grades
            }
            people = {student.id: _person(student) for student in self.book.students}
            return StageScores(self.stage, assignment.duedate, points, submissions, people)

    def _penalties(self, assignment):
        """(student, penalty) pairs."""
        found = (
            self.book.db.query(SubmittedAssignment.student_id, SubmittedNotebook.late_submission_penalty)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .filter(SubmittedAssignment.assignment_id == assignment.id)
        )
        return [(student, float(penalty or 0.0)) for student, penalty in found]


def _person(student):
    fields = (student.first_name, student.last_name, student.email, student.lms_user_id)
    return Person(student.id, *(field or "" for field in fields))


def read(out, stages, asked=(), submitted=None):
    """StageScores of the stages that were graded in a folder. asked: those that must be there. submitted: where
    submissions are, to tell whether there is something to grade.

    Raises CourseError when there is no gradebook, or nothing of a stage that was asked for, or of any.
    """
    path = Path(out) / "gradebook.db"
    if not path.is_file():
        raise CourseError(f"there is no {path}; grade first, or name with --out the folder that grade wrote to")
    found = []
    for stage in stages:
        with ScoreBook(stage, path) as book:
            scores = book.read()
        if scores is not None and scores.submissions:
            found.append(scores)
        elif stage in asked:
            if submitted is not None and not any(submitted.glob(f"*/{stage}/{stage}.ipynb")):
                raise CourseError(
                    f"nobody's {stage} is in {submitted}, so there is nothing of it in {out}; "
                    f"first run: autograder collect {stage} FROM"
                )
            raise CourseError(f"nothing of {stage} was graded in {out}; run: autograder grade {stage}")
    if not found:
        raise CourseError(f"nothing was graded in {out}; run: autograder grade STAGE")
    return found
