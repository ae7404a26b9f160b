"""Points of the parts of a task, from the test cell to the page: what the student reads, and what the instructor."""

import json

import nbformat
import pytest
import tiny_course

from autograder.assignment import Assignment
from autograder.grading import grade

STUDENT = """
def double(x):
    return 2 * x if x < 10 else x
def loud(x):
    raise ValueError(f"called with {x}")
class Odd(Exception):
    pass
def odd(x):
    raise Odd(f"called with {x}")
def stub(x):
    raise NotImplementedError("Task 1.1")
def leave(x):
    raise SystemExit(x)
class NotSplittable(Exception):
    pass
def pretend(x):
    raise NotSplittable(f"called with {x}")
"""
BEGIN, END = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"
PARTS = f"""
from flatgrad.check import Check
check = Check("Task 1.1")
with check.part("small", 1):
    check.value(double(2), 4.0, "double(2)")
{BEGIN}
check.explain = "hint"
with check.part("large", 0.5):
    check.value({{}}(31337), 62674.0, "double of a large number", hint="which numbers are large?")
with check.part("small", 1):
    check.value(double(4), 8.0, "double(4)")
check.points()
{END}"""
HIDDEN = f"""
from flatgrad.check import Check
check = Check("Task 1.1", explain="{{}}")
{BEGIN}
check.value(double(31337), 62674.0, "double of a large number", hint="which numbers are large?")
{END}"""
HALF = "Task 1.1: double of a large number is wrong: yours is exactly half the expected value"
NUMBERS, HINT = "  yours: 31337   expected: 62674", "Hint: which numbers are large?"
FAULTS = {
    "a value that cannot cross": "with check.part('a', 1):\n    double(object())",
    "in raises": "check.raises(Exception, double, object(), what='double')",
    "in like": "check.like(abs, lambda x: double(object()), 1, names='x', what='')",
    "a word that explain does not know": "check.explain = 'some'\ncheck.true(False, 'no')",
}
FAULT = f'from flatgrad.check import Check\ncheck = Check("Task 1.1")\n{BEGIN}\n{{}}\n{END}'
TESTS = {
    **{name: PARTS.format(name) for name in ("double", "loud", "odd", "stub", "leave", "abs")},
    **{explain: HIDDEN.format(explain) for explain in ("full", "hint", "none")},
    "pretend": FAULT.format("pretend(31337)"),
    **{name: FAULT.format(text) for name, text in FAULTS.items()},
    "message": "from flatgrad.verdict import Points\np = Points(1)\np.message = 'a\\x1b[31m\\u202eb'\np",
    "too many": "from flatgrad.verdict import Points\np = Points(1.75)\np.message = 'enough'\np",
    "all of them": "from flatgrad.verdict import Points\nPoints(1.5)",
    "text for a message": "from flatgrad.verdict import Points\np = Points(1)\np.message = 5\np",
    "number with a message": "class P(float):\n    message = 'of another class'\nP(1)",
}


@pytest.fixture(scope="module")
def graded():
    """The Result of all the tests, 1.5 points each."""
    cells = [tiny_course.cell("task-1-1", STUDENT, solution=True)]
    cells += [
        tiny_course.cell(f"test-{number}", text, points=1.5, locked=True) for number, text in enumerate(TESTS.values())
    ]
    spec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": spec})
    content = nbformat.writes(notebook).encode("utf-8")
    return grade(Assignment("points", content, content), content)


@pytest.fixture(scope="module")
def scores(graded):
    return dict(zip(TESTS, graded.cells.values(), strict=True))


@pytest.fixture(scope="module")
def printed(graded):
    """What stands in the outputs of each test cell, for the instructor."""
    cells = json.loads(graded.notebook)["cells"][1:]
    return {name: json.dumps(cell["outputs"]) for name, cell in zip(TESTS, cells, strict=True)}


@pytest.mark.parametrize(
    ("name", "score", "message"),
    [
        (
            "double",
            1.0,
            f"{HALF}\n{HINT}",
        ),
        ("loud", 1.0, "Task 1.1: ValueError in the part 'large'"),
        ("leave", 1.0, "Task 1.1: SystemExit in the part 'large'"),
        (
            "abs",
            1.0,
            f"{HALF}\n{HINT}",
        ),
        ("message", 1.0, "ab"),
        ("all of them", 1.5, ""),
        ("number with a message", 1.0, ""),
    ],
)
def test_points(scores, name, score, message):
    found = scores[name]
    last = "all checks pass" if score == 1.5 else f"{score:g} of 1.5 points"
    assert (found.score, found.passed) == (score, score == 1.5)
    assert found.message.replace(" b", "b") == (message and f"{message}\n") + last


def test_points_that_cannot_be(scores):
    assert (scores["too many"].score, scores["too many"].passed) == (0.0, False)
    assert scores["too many"].message == "the test gave an impossible score (1.75); ask the instructor"


def test_a_message_that_is_no_text(scores):
    assert scores["text for a message"].message == "5\n1 of 1.5 points"


def test_an_exception_of_the_students_own_tells_nothing(scores):
    assert scores["odd"].score == 1.0 and "31337" not in scores["odd"].message


def test_a_stub_counts_for_all_parts(scores):
    assert (scores["stub"].score, scores["stub"].message) == (0.0, "Task 1.1 is not written yet")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "full",
            f"{HALF}\n{NUMBERS}\n{HINT}",
        ),
        (
            "hint",
            f"{HALF}\n{HINT}",
        ),
        ("none", "Task 1.1: a hidden check failed"),
    ],
)
def test_the_student_reads_less_than_the_instructor(scores, printed, name, message):
    assert (scores[name].score, scores[name].message) == (0.0, message)
    assert NUMBERS in printed[name] and "which numbers are large" in printed[name]


def test_the_instructor_reads_what_a_part_found(scores, printed):
    assert NUMBERS in printed["double"] and "31337" not in scores["double"].message


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_test_is_told_as_one(scores, name):
    assert scores[name].score == 0.0
    assert "ask the instructor" in scores[name].message and "hidden check" not in scores[name].message


def test_a_student_cannot_blame_the_test(scores):
    assert scores["pretend"].message == "an error in a hidden check, at inputs other than the visible ones"


def test_no_message_but_a_full_one_tells_a_hidden_number(scores):
    assert [name for name, cell in scores.items() if "31337" in cell.message] == ["full"]
