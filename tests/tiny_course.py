"""A course of one small stage, with a task of each kind, and notebooks as its students could hand them in."""

import copy
import json
import shutil
from pathlib import Path

import nbformat
from nbgrader.utils import is_solution

from autograder import files
from autograder.assignment import Assignment
from autograder.collection import collect
from autograder.course import Course
from autograder.release import make_release

CHECKOUT = Path(__file__).resolve().parents[1]
STAGE = "tiny"
# Stands in each hidden test, and nowhere else.
SECRET = "SECRET-7319"
POINTS = {"test-1-1": 2.0, "test-1-2": 3.0, "answer-1": 1.0, "test-2-1": 1.0}

ANSWERS = {
    "task-1-1": "def double(x):\n    return x + x",
    "task-1-2": "def half(x):\n    return x / 2",
    "task-2-1": "def greet(name):\n    return 'hello ' + name",
}
DOUBLE = '''\
def double(x):
    """Twice x."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION'''
TEST_DOUBLE = f'''\
assert double(2) == 4, "double(2) must be 4"
### BEGIN HIDDEN TESTS
marker_of_double = "{SECRET}"
assert double(50) == 100, "twice 50 is 100"
### END HIDDEN TESTS'''
HALF = '''\
def half(x):
    """Half of x."""
    ### BEGIN SOLUTION
    return 0.5 * x
    ### END SOLUTION'''
TEST_HALF = f'''\
score = 1.0 * (half(4) == 2)
### BEGIN HIDDEN TESTS
marker_of_half = "{SECRET}"
score += 2.0 * (half(7) == 3.5)
### END HIDDEN TESTS
score'''
GREET = '''\
def greet(name):
    """A greeting."""
    ### BEGIN SOLUTION
    return f"hello {name}"
    ### END SOLUTION'''
TEST_GREET = f'''\
assert greet("you") == "hello you"
### BEGIN HIDDEN TESTS
assert greet("{SECRET}") == "hello {SECRET}"
### END HIDDEN TESTS'''

DEADLY = """
### BEGIN HIDDEN TESTS
import os, pathlib, signal

order, _, flag = greet("worker").partition(" ")
if order == "once" and not pathlib.Path(flag).exists():
    pathlib.Path(flag).touch()
    order = "kill"
if order in ("kill", "stop"):
    os.kill(os.getpid(), signal.SIGKILL if order == "kill" else signal.SIGSTOP)
### END HIDDEN TESTS"""


def cell(cell_id, source, *, code=True, points=None, solution=False, locked=False, tags=()):
    """A cell as an instructor marks it up."""
    new = (nbformat.v4.new_code_cell if code else nbformat.v4.new_markdown_cell)(source, id=cell_id)
    if points is not None or solution or locked:
        new.metadata["nbgrader"] = {
            "cell_type": "code" if code else "markdown",
            "grade": points is not None,
            "grade_id": cell_id,
            "locked": locked,
            "schema_version": 3,
            "solution": solution,
            "task": False,
            **({} if points is None else {"points": points}),
        }
    if tags:
        new.metadata["tags"] = list(tags)
    return new


def source(**limits):
    """The instructor's notebook."""
    limits = {"cell_seconds": 15, "total_seconds": 60, "output_bytes": 100_000, **limits}
    cells = [
        cell("title", "# Tiny", code=False),
        cell("setup", "import math\n\nLIMIT = 10", locked=True),
        cell("picture", "drawn = [n * n for n in range(LIMIT)]", locked=True, tags=["demonstration"]),
        cell("picture-sum", "drawn_sum = sum(drawn)", locked=True, tags=["demonstration"]),
        cell("part-1", "### Task 1.1 `double` (2 points)", code=False),
        cell("task-1-1", DOUBLE, solution=True),
        cell("test-1-1", TEST_DOUBLE, points=2, locked=True),
        cell("part-2", "### Task 1.2 `half` (3 points)", code=False),
        cell("task-1-2", HALF, solution=True),
        cell("test-1-2", TEST_HALF, points=3, locked=True),
        cell("question-1", "### Question 1 (1 point)\n\nWhy?", code=False),
        cell("answer-1", "Because it is so.", code=False, points=1, solution=True),
        cell("part-3", "### Task 2.1 `greet` (1 point)", code=False),
        cell("task-2-1", GREET, solution=True),
        cell("test-2-1", TEST_GREET, points=1, locked=True),
    ]
    spec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return nbformat.v4.new_notebook(
        cells=cells,
        metadata={"autograder": {"limits": limits}, "kernelspec": spec, "language_info": {"name": "python"}},
    )


def deadly():
    """The instructor's notebook with a last test that does to its own process what the student's greeting says.

    Student code has no way to: this is how a grader dies of a fault of its own.
    """
    notebook = source()
    notebook.cells[-1].source += DEADLY
    return notebook


def ordering(order):
    """Answers with a right greeting that gives the deadly test an order: "kill", "stop", "once FLAG" or ""."""
    return {"task-2-1": f"def greet(name):\n    return {order!r} if name == 'worker' else 'hello ' + name"}


def write_source(course, notebook, stage=STAGE):
    """Save an instructor's notebook in a course."""
    files.write(course.source(stage), nbformat.writes(notebook).encode("utf-8"))


def make(folder, notebook=None):
    """A Course in a folder, its release generated."""
    (folder / "source").mkdir(parents=True)
    shutil.copy(CHECKOUT / "nbgrader_config.py", folder)
    course = Course(folder.resolve())
    write_source(course, source() if notebook is None else notebook)
    files.write(course.release(STAGE), make_release(course, STAGE))
    return course


def load(course):
    """The Assignment of the tiny stage."""
    return Assignment.load(course, STAGE)


def filled(assignment, answers=None, *, before=(), behind=()):
    """The release with answers in its solution cells. before, behind: the texts of code cells added at either end."""
    notebook = copy.deepcopy(assignment.release)
    for each in notebook.cells:
        if is_solution(each):
            grade_id = each.metadata.nbgrader.grade_id
            each.source = {**ANSWERS, **(answers or {})}.get(grade_id, each.source)
    notebook.cells = [
        *(nbformat.v4.new_code_cell(text) for text in before),
        *notebook.cells,
        *(nbformat.v4.new_code_cell(text) for text in behind),
    ]
    return notebook


def data(notebook):
    """A notebook, or anything that JSON can hold, as the bytes of a file."""
    return json.dumps(notebook).encode("utf-8")


def hand_in(folder, student, content, stage=STAGE):
    """Put a submission where `autograder grade --submitted` looks for it. content: bytes or a notebook."""
    path = Path(folder) / student / stage / f"{stage}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else data(content))
    return path


def hand_in_orders(folder, assignment, **orders):
    """Hand in right answers, each with an order to the deadly test. Returns them collected."""
    for student, order in orders.items():
        hand_in(folder, student, filled(assignment, ordering(order)))
    return collect(folder, STAGE)


def check_whole(notebook, assignment):
    """Assert that a sanitised notebook is valid and holds all that the tests rely on."""
    nbformat.validate(notebook)
    json.dumps(notebook, ensure_ascii=False).encode("utf-8")
    found = [each for each in notebook.cells if "nbgrader" in each.metadata]
    ids = [each.metadata.nbgrader.grade_id for each in found]
    assert len(set(ids)) == len(ids)
    assert set(ids) >= {name for name, each in assignment.source_cells.items() if not name.startswith("task-")}
    for each in found:
        original = assignment.source_cells[each.metadata.nbgrader.grade_id]
        assert each.cell_type == original.cell_type
        assert each.metadata.nbgrader.get("points") == original.metadata.nbgrader.get("points")
        assert each.metadata.nbgrader.locked == original.metadata.nbgrader.locked
        if original.metadata.nbgrader.locked:
            assert each.source == original.source
