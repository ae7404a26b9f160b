"""A locked cell that is lent: a test hands objects of its classes to student code, which is in another process."""

import json

import nbformat
import pytest
import tiny_course
from tiny_session import run

from autograder.assignment import Assignment
from autograder.grading import grade

GATES = """
class SquareGate:
    def forward(self, x):
        self.x = x
        return x * x
    def backward(self, dout):
        return (2 * self.x * dout,)
def twice(gate, x):
    return gate.forward(gate.forward(x))
"""
STUDENT = """
def through(gate, x):
    return gate.forward(x), *gate.backward(1.0)
"""
TEST = """
gate = SquareGate()
assert type(gate).__name__ == "Proxy"
assert through(gate, 3.0) == (9.0, 6.0)
assert gate.x == 3.0 and twice(gate, 2.0) == 16.0
"""


def locked(*tags):
    return tiny_course.cell("gates", GATES, locked=True, tags=tags)


def test_objects_of_a_lent_class_can_be_handed_over():
    (outcome,) = run(STUDENT, TEST, before=[locked("lent")])
    assert (outcome.error, outcome.text) == ("", "")


def test_without_the_tag_the_class_is_the_tests_own():
    (outcome,) = run(STUDENT, "through(SquareGate(), 3.0)", before=[locked()])
    assert outcome.error == "NotSplittable" and "cannot be sent to the student's function" in outcome.text


def test_an_ordinary_cell_with_the_tag_changes_nothing():
    before = [tiny_course.cell("gates", GATES, tags=["lent"])]
    (outcome,) = run(STUDENT, TEST, before=before)
    assert outcome.error == ""


@pytest.fixture
def assignment(tmp_path):
    notebook = tiny_course.source()
    notebook.cells.insert(1, locked("lent"))
    place = next(i for i, cell in enumerate(notebook.cells) if cell.id == "test-1-1")
    notebook.cells[
        place
    ].source += "\n### BEGIN HIDDEN TESTS\nassert double(SquareGate().forward(3)) == 18\n### END HIDDEN TESTS"
    return Assignment.load(tiny_course.make(tmp_path / "course", notebook), tiny_course.STAGE)


def answered(assignment, change=None):
    """A submission with right answers; change: what becomes of the text of the lent cell."""
    notebook = nbformat.from_dict(json.loads(assignment.release_bytes))
    for cell in notebook.cells:
        if cell.id in tiny_course.ANSWERS:
            cell.source = tiny_course.ANSWERS[cell.id]
        if cell.id == "gates" and change is not None:
            cell.source = change
            cell.metadata.pop("tags")
    return nbformat.writes(notebook).encode("utf-8")


@pytest.mark.parametrize("change", [None, "", "class SquareGate:\n    def forward(self, x):\n        return 1"])
def test_in_a_submission_the_cell_and_its_tag_are_the_instructors(assignment, change):
    result = grade(assignment, answered(assignment, change), unsafe_no_sandbox=True)
    assert result.cells["test-1-1"].score == 2, result.cells["test-1-1"].message
    assert {"SquareGate", "twice", "double"} <= assignment.asked_for and "LIMIT" not in assignment.asked_for
