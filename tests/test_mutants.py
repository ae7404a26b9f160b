"""Mutants of the solutions are run in a warm notebook, one after the other, and judged as if each were alone."""

import dataclasses
import json
import shutil
import textwrap

import nbformat
import pytest
import tiny_course
from click.testing import CliRunner
from tiny_course import cell

from autograder.assignment import Assignment
from autograder.cli import commands
from autograder.course import Course
from autograder.mutants import equivalents
from autograder.mutants.findings import Findings
from autograder.mutants.mutant import Mutant
from autograder.mutants.stage import HIDDEN, VISIBLE
from autograder.mutants.trial import mutants_of_stage, tried

STAGE = tiny_course.STAGE


def task(number, head, body):
    """A solution cell with that between the marks."""
    marked = f"### BEGIN SOLUTION\n{body}\n### END SOLUTION"
    indent = "    " if head.endswith(":") else ""
    return cell(f"task-1-{number}", f"{head}\n{textwrap.indent(marked, indent)}", solution=True)


def check(number, visible, hidden="", end="", points=1):
    """A test cell."""
    marked = ["### BEGIN HIDDEN TESTS", hidden, "### END HIDDEN TESTS"] if hidden else []
    return cell(f"test-1-{number}", "\n".join([visible, *marked, end]).strip(), points=points, locked=True)


SETUP = "import os\nfrom flatgrad.check import Check\n\nFIRST = [1]"
TOTAL = """\
check = Check("Task 3")
with check.part("nothing", 1):
    check.true(total(0, 1) == 1, "nothing and 1 is 1")
check.passed()"""
TOTAL_HIDDEN = """\
with check.part("five", 1):
    check.true(total(5, 1) == 11, "twice 5 and 1 is 11")
check.points()"""
HALF = 'check = Check("Task 8")\ncheck.value(half(7.0), 3.5, "half", tol=1e-3)'
HALF_HIDDEN = 'from autograder import seeds\nx = 1.0 + seeds.rng().integers(4)\ncheck.value(half(x), x / 2, "half of a hidden number", tol=1e-3)'
CELLS = [
    cell("setup", SETUP, locked=True),
    task(1, "def double(x):", "return 2 * x"),
    check(1, "assert double(0) == 0", "assert double(5) == 10, 'twice 5'"),
    task(2, "def positive(x):", "return x > 0"),
    check(2, "assert positive(3)", "assert not positive(-3)"),
    task(3, "def total(x, y):", "return double(x) + y"),
    check(3, TOTAL, TOTAL_HIDDEN, points=2),
    task(4, "def count_down(n):", "while n > 0:\n    n -= 1\nreturn n"),
    check(4, "score = 1.0 * (count_down(-1) == -1)", "score += count_down(2) == 0", "score", points=2),
    task(5, "def small(n):", "if n > 9:\n    os._exit(n)\nreturn n"),
    check(5, "assert small(1) == 1", "assert small(9) == 9"),
    check(9, "assert sum(range(10**6)) and small(2) == 2"),
    task(6, "eight = None", "eight = double(4)"),
    check(6, "if eight is None:\n    raise NotImplementedError('Task 1.6')\nassert eight == 8"),
    task(7, "def longer():", "found = FIRST.copy()\nfound.append(2)\nreturn found"),
    check(7, "assert longer() == [1, 2]", "assert longer() == [1, 2]"),
    task(8, "def half(x):", "return 0.5 * x"),
    check(8, HALF, HALF_HIDDEN),
]


UNHURT = [
    Mutant(each.metadata.nbgrader.grade_id, "none", 1, "", "", each.source)
    for each in CELLS
    if each.metadata.nbgrader.solution
]


def make(folder, cells):
    notebook = tiny_course.source(cell_seconds=2)
    notebook.cells = cells
    return tiny_course.make(folder, notebook)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The course of these cells. Shared: do not change it."""
    return make(tmp_path_factory.mktemp("mutants") / "course", CELLS)


@pytest.fixture(scope="module")
def assignment(course):
    return tiny_course.load(course)


@pytest.fixture(scope="module")
def trials(assignment):
    """All mutants, each followed by one that changes nothing, in one process: [(Trial, Trial of that one)]."""
    mutants = mutants_of_stage(assignment)
    unhurt = [UNHURT[number % len(UNHURT)] for number in range(len(mutants))]
    done = list(tried(assignment, [each for pair in zip(mutants, unhurt, strict=True) for each in pair], workers=1))
    return list(zip(done[::2], done[1::2], strict=True))


VERDICTS = {
    "2 / x": {"test-1-1": VISIBLE, "test-1-3": VISIBLE, "test-1-6": VISIBLE},
    "return x": {"test-1-1": HIDDEN, "test-1-3": HIDDEN, "test-1-6": VISIBLE},
    "double(x) - y": {"test-1-3": VISIBLE},  # a part with points of its own
    "return y": {"test-1-3": HIDDEN},
    "x >= 0": {},  # the tests are weak
    "n >= 0": {"test-1-4": HIDDEN},  # loses a part of the points
    "n < 0": {"test-1-4": VISIBLE},  # loops for ever
    "n += 1": {"test-1-4": HIDDEN},  # loops for ever at hidden inputs only
    "n < 9": {"test-1-5": VISIBLE, "test-1-9": VISIBLE},  # ends its process
    "n >= 9": {"test-1-5": HIDDEN},  # the same at hidden inputs, no matter to the test that is run after it
    "double(3)": {"test-1-6": VISIBLE},
    "found = FIRST": {"test-1-7": HIDDEN},  # writes into what other cells made
}


@pytest.mark.parametrize("change", VERDICTS)
def test_who_notices(trials, change):
    (trial,) = [trial for trial, _ in trials if trial.mutant.after.removesuffix(":").endswith(change)]
    assert trial.killers == VERDICTS[change]
    assert trial.seen == (VISIBLE in VERDICTS[change].values())
    assert trial.survived == (not VERDICTS[change])


def test_next_mutant_is_judged_as_if_nothing_had_happened(trials):
    assert {unhurt.mutant.cell for _, unhurt in trials} == {mutant.cell for mutant in UNHURT}
    for trial, unhurt in trials:
        assert unhurt.survived and unhurt.verdicts, (trial.mutant.diff, unhurt.verdicts)


def test_order_and_workers_change_nothing(assignment, trials):
    again = tried(assignment, [trial.mutant for trial, _ in trials][::-1], workers=2)
    assert {trial.mutant: trial.verdicts for trial in again} == {trial.mutant: trial.verdicts for trial, _ in trials}


def test_messages_are_the_students(trials):
    told = {trial.mutant.after: {test: each.message for test, each in trial.verdicts.items()} for trial, _ in trials}
    assert told["return 2 / x"]["test-1-1"] == "ZeroDivisionError: division by zero"
    assert told["return x"]["test-1-1"] == "AssertionError: twice 5"
    assert "nothing and 1 is 1" in told["return double(x) - y"]["test-1-3"]
    assert "\x1b" not in told["return double(x) - y"]["test-1-3"]
    assert told["while n >= 0:"]["test-1-4"] == "1 of 2 points"
    assert told["n += 1"]["test-1-4"].startswith("stopped after 2 s")
    assert told["if n >= 9:"]["test-1-5"].startswith("Python stopped")


def test_cell_that_fails_leaves_nothing_of_the_solution(assignment):
    broken = Mutant("task-1-1", "none", 1, "", "", "raise ValueError")
    (trial,) = tried(assignment, [broken], workers=1)
    assert set(trial.killers) == {"test-1-1", "test-1-3", "test-1-6"}


@pytest.fixture(scope="module")
def softmax():
    return Assignment.load(Course(tiny_course.CHECKOUT), "softmax")


def test_sample_of_softmax(softmax):
    listed = equivalents.load(Course(tiny_course.CHECKOUT), "softmax")
    findings = Findings(list(tried(softmax, mutants_of_stage(softmax)[::12])), listed, complete=False)
    assert [trial.mutant.diff for trial in findings.survivors] == []
    assert findings.stale == []
    assert len(findings.trials) >= 30
    assert findings.seen >= 0.8 * findings.worse


def test_list_of_softmax(softmax):
    mutants, listed = mutants_of_stage(softmax), equivalents.load(Course(tiny_course.CHECKOUT), "softmax")
    assert [entry for entry in listed if not any(map(entry.covers, mutants))] == []
    assert len(listed) < 0.05 * len(mutants)
