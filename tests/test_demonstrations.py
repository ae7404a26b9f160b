"""A demonstration runs when something that runs needs a name from it, and else not."""

import time

import pytest
import tiny_course

from autograder.demonstrations import superfluous
from autograder.limits import Limits
from autograder.submission import read


def left_out(assignment, *texts):
    notebook, _ = read(tiny_course.data(tiny_course.filled(assignment, behind=texts)), assignment, Limits())
    return [cell.id for cell in superfluous(notebook)]


BOTH, NONE = ["picture", "picture-sum"], []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("print('nothing of the pictures')", BOTH),
        ("drawn = [1]\nprint(drawn)", BOTH),
        ("def f(drawn):\n    return drawn", BOTH),
        ("print(object.drawn)", BOTH),
        ("# drawn", BOTH),
        ("x = 'drawn'", BOTH),
        ("print(drawn[0])", ["picture-sum"]),
        ("def f():\n    return drawn", ["picture-sum"]),
        ("class A:\n    x = [lambda: drawn]", ["picture-sum"]),
        ("drawn[0] = 1", ["picture-sum"]),
        ("print(drawn_sum)", NONE),
        ("%matplotlib inline\nx = !ls\nprint(drawn)", ["picture-sum"]),
        ("%%time\nprint(drawn)", ["picture-sum"]),
        ("print(drawn", BOTH),
        ("x = '\\d'; print(drawn)", ["picture-sum"]),
    ],
)
@pytest.mark.filterwarnings("error")
def test_which_run(assignment, text, wanted):
    assert left_out(assignment, text) == wanted


def test_marks_of_a_student_leave_nothing_out(assignment):
    notebook = tiny_course.filled(assignment)
    for cell in notebook.cells:
        cell.metadata["tags"] = ["demonstration"]
    whole, _ = read(tiny_course.data(notebook), assignment, Limits())
    assert [cell.id for cell in superfluous(whole)] == BOTH


HARD_TO_READ = {
    "deep brackets": "(" * 100_000,
    "deep minus": "-" * 100_000 + "1",
    "long sum": "1" + "+1" * 100_000,
    "many lambdas": "lambda: " * 900 + "1",
    "nested calls": "f(lambda: " * 90 + "1" + ")" * 90,
    "many magics": "!ls\n" * 100_000,
    "many questions": "a?\n" * 100_000,
    "tabs and equal signs": "a=\t\t\t" * 50_000,
    "quotes": '"' * 300_001,
    "null": "x = '\0'",
    "long": "x = 1\n" * 400_000,
}


@pytest.mark.parametrize("text", HARD_TO_READ.values(), ids=HARD_TO_READ)
def test_hard_to_read_takes_no_time(assignment, text):
    start = time.monotonic()
    left_out(assignment, text)
    assert time.monotonic() - start < 10


def test_too_long_to_read_leaves_nothing_out(assignment):
    assert left_out(assignment, HARD_TO_READ["long"]) == []
