"""A class of 200 as `grade` would leave it, made in a second: results by chance, of students whose ability is known.

The stage has a test that fails the strong and passes the weak, one that everybody passes and one that nobody does.
"""

import json
import shutil
from pathlib import Path

import nbformat
import numpy as np
import tiny_course

from autograder import files, graded_folder
from autograder.confined.confinement import LAYERS
from autograder.course import Course
from autograder.result import FAILED, GRADED, REJECTED, CellScore, Result

STAGE = "exam"
SIZE = 200
TASKS = 10
BACKWARDS, EASY, IMPOSSIBLE = "test-1-7", "test-1-8", "test-1-9"
ODD_NAMES = (
    "<script>alert('name')</script>".replace("/", "∕"),
    'o\'neil, "<b>" & co',
    "Zoë 🦊 שלום",
    "%2e%2e%2f#top?x=1",
    "x" * 190,
)
MARKUP = "</li></ul><script>alert(\"own\")</script><img src=x onerror=alert(1)> & 'quotes' {{ 7 * 7 }} 🦊"


def points_of(number):
    """What a task is worth: 1, 2 or 3."""
    return 1 + number % 3


def make_course(folder):
    """The course, without running anything: a source, and a release with stubs."""
    (folder / "source").mkdir(parents=True)
    shutil.copy(tiny_course.CHECKOUT / "nbgrader_config.py", folder)
    course = Course(folder.resolve())
    for path, solved in ((course.source(STAGE), True), (course.release(STAGE), False)):
        files.write(path, nbformat.writes(notebook(solved)).encode("utf-8"))
    return course


def notebook(solved, written=None, extra=()):
    """The stage's notebook. written: {grade_id: text} of what a student wrote. extra: texts of cells at the end."""
    cell, written = tiny_course.cell, written or {}
    cells = [cell("title", "# Exam", code=False)]
    for number in range(1, TASKS + 1):
        stub = f'def f{number}(x, y):\n    """Docstring {number}."""\n    '
        body = f"return x + {number} * y" if solved else f'raise NotImplementedError("Task 1.{number}")'
        cells += [
            cell(f"part-{number}", f"### Task 1.{number} `f{number}` ({points_of(number)} points)", code=False),
            cell(f"task-1-{number}", written.get(f"task-1-{number}", stub + body), solution=True),
            cell(f"test-1-{number}", f"assert f{number}(1, 1)", points=points_of(number), locked=True),
        ]
    cells.append(cell("question-1", "### Question 1 (2 points)\n\nWhy?", code=False))
    answer = written.get("answer-1", "Because." if solved else "")
    cells.append(cell("answer-1", answer, code=False, points=2, solution=True))
    cells += [nbformat.v4.new_code_cell(text) for text in extra]
    return nbformat.v4.new_notebook(cells=cells)


WRITTEN_NOTHING = json.dumps(notebook(False))


def result(scores, answer=None, messages=None, **fields):
    """A graded Result. scores: {test: points, or None for a stub}. messages: {test: message} of lost points."""
    cells = {}
    for number in range(1, TASKS + 1):
        name, worth = f"test-1-{number}", float(points_of(number))
        score = scores.get(name)
        if score is None:
            cells[name] = CellScore(0.0, worth, False, f"Task 1.{number} is not written yet")
        elif score == worth:
            cells[name] = CellScore(worth, worth, True, "all checks pass")
        else:
            message = (messages or {}).get(name, f"Task 1.{number}: f{number}(2, 3) is wrong: yours is twice too big")
            cells[name] = CellScore(score, worth, False, message)
    messages = {None: "waits to be read by a person", 0.0: "no answer was written"}
    cells["answer-1"] = CellScore(answer, 2.0, None if answer is None else answer > 0, messages.get(answer, ""))
    total = sum(cell.score or 0.0 for cell in cells.values())
    whole = {"layers": LAYERS, "wall_s": 1.0, "cpu_s": 0.8, "notebook": WRITTEN_NOTHING, **fields}
    return Result(GRADED, total, worth_of_all(), cells, **whole)


def worth_of_all():
    return float(sum(points_of(number) for number in range(1, TASKS + 1)) + 2)


def draw(rng, size=SIZE):
    """(size, TASKS) points, nan for a stub: strong students pass, but in one test it is the other way round."""
    ability, hardness = rng.normal(size=(size, 1)), np.linspace(-1.2, 1.2, TASKS)
    passes = rng.random((size, TASKS)) < 1 / (1 + np.exp(-2 * (ability - hardness)))
    worth = np.array([points_of(number) for number in range(1, TASKS + 1)], dtype=float)
    share = np.where(passes, 1.0, rng.choice([0.0, 0.5], size=passes.shape, p=[0.7, 0.3]))
    place = {name: int(name.rsplit("-", 1)[1]) - 1 for name in (BACKWARDS, EASY, IMPOSSIBLE)}
    share[:, place[BACKWARDS]] = rng.random(size) < 1 / (1 + np.exp(2.5 * ability[:, 0]))
    share[:, place[EASY]], share[:, place[IMPOSSIBLE]] = 1, 0
    empty = rng.random(passes.shape) < 0.05
    return np.where(empty, np.nan, share * worth)


def names(size=SIZE):
    """The students' names: some of them would like to be markup."""
    return [*ODD_NAMES[:size], *(f"student-{number:03}" for number in range(len(ODD_NAMES), size))]


def write(out, points, **others):
    """Write the results of a class. points: as `draw` gives them. others: {student: Result} instead of, or besides."""
    for student, row in zip(names(len(points)), points, strict=True):
        scores = {
            f"test-1-{number}": None if np.isnan(value) else float(value) for number, value in enumerate(row, start=1)
        }
        graded_folder.write(out, STAGE, student, result(scores))
    for student, other in others.items():
        graded_folder.write(out, STAGE, student, other)


def rejected(reason):
    """The Result of something that cannot be graded."""
    return Result(REJECTED, 0.0, worth_of_all(), error=reason)


def failed(reason):
    """The Result of a fault of the grader's."""
    return Result(FAILED, None, worth_of_all(), error=reason)


def write_feedback(out, *students):
    """Files where the feedback pages would be, for links to lead to."""
    for student in students:
        files.write(Path(out) / "feedback" / student / STAGE / f"{STAGE}.html", b"a page")


def page(out, name):
    """The text of a page in report/."""
    return (Path(out) / "report" / name).read_text(encoding="utf-8")
