"""Mutants of the solutions are run in a warm notebook, one after the other, and judged as if each were alone."""

import json
import os
import shutil
import textwrap

import pytest
import tiny_course
from command import autograder
from tiny_course import cell

from autograder import CourseError
from autograder.assignment import Assignment
from autograder.course import Course
from autograder.mutants import command, equivalents, sweep
from autograder.mutants.findings import Findings
from autograder.mutants.mutant import Mutant
from autograder.mutants.stage import HIDDEN, VISIBLE
from autograder.mutants.trial import mutants_of_stage, tried
from autograder.pool.processes import spread

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
HALF_HIDDEN = """\
from autograder import seeds
x = 1.0 + seeds.rng().integers(4)
check.value(half(x), x / 2, "half of a hidden number", tol=1e-3)"""
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
    check(6, "if eight is None:\n    raise NotImplementedError('Task 1.6')\n1.0 * (eight == 8)"),
    task(7, "def longer():", "found = FIRST.copy()\nfound.append(2)\nreturn found"),
    check(7, "assert longer() == [1, 2]", "assert longer() == [1, 2]"),
    task(8, "def half(a):", "return 0.5 * a"),
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


def test_process_that_dies_is_a_clear_line():
    with pytest.raises(CourseError, match="a process died"):
        list(spread(os._exit, [(1,)], workers=1))


@pytest.fixture
def copied(course, tmp_path):
    """A course of one's own."""
    return Course(shutil.copytree(course.root, tmp_path / "copy"))


def mutants(course, *words, status, stage=STAGE):
    """(standard output, standard error) of the command."""
    return autograder("--course", course.root, "mutants", stage, "--workers", 1, *words, cwd=course.root, status=status)


def edit(course, old, new):
    """Change the instructor's notebook, the release stays as it is."""
    path = course.source(STAGE)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def list_as_equivalent(course, *changes):
    path = equivalents.path(course, STAGE)
    path.parent.mkdir(parents=True)
    entries = (f"[[equivalent]]\ncell = 'task-1-2'\nchange = '''{change}'''\nreason = 'so'\n" for change in changes)
    path.write_text("".join(entries), encoding="utf-8")


LIMIT, MORE, LESS = (f"- return x > 0\n+ return x {new}" for new in (">= 0", "> 1", "< 0"))


def test_survivors_are_status_1_and_in_the_file(copied, tmp_path, monkeypatch):
    # Whatever the order in which they are done.
    monkeypatch.setattr(command, "tried", lambda *args: list(tried(*args))[::-1])
    path = tmp_path / "found.json"
    out, err = mutants(copied, "--cell", "task-1-2", "--json", path, status=1)
    assert [line.split()[-1] for line in out.splitlines() if "task-1-2:" in line] == ["nobody", "nobody", "(visible)"]
    *_, summary, first, second = out.splitlines()
    assert summary.startswith("tiny: 3 mutants; 1 killed by the visible tests (33.3 %)")
    assert "2 survived" in summary
    assert (first, second) == tuple(
        f"tiny: survived: task-1-2, line 3: - return x > 0  + return x {new}" for new in (">= 0", "> 1")
    )
    assert f"tiny: no change is listed as equivalent: there is no {equivalents.path(copied, STAGE)}" in out
    assert err.splitlines() == [f"mutants: {number} of 3" for number in (1, 2, 3)]
    data = json.loads(path.read_text(encoding="utf-8"))
    assert (data["stage"], data["mutants"], data["survivors"]) == (STAGE, 3, 2)
    assert [row["killed_by"] for row in data["trials"]] == [{}, {}, {"test-1-2": VISIBLE}]
    assert data["trials"][0]["not_killed_by"] == ["test-1-2"]


def test_listed_survivors_are_status_0(copied):
    list_as_equivalent(copied, LIMIT, MORE)
    out, _ = mutants(copied, "--cell", "task-1-2", status=0)
    assert "nobody; listed: so" in out
    assert "0 survived, 2 listed as equivalent (66.7 %)" in out
    assert "no change is listed" not in out


def test_stale_list_is_status_1(copied):
    list_as_equivalent(copied, LIMIT, MORE, LESS, "- gone")
    out, _ = mutants(copied, "--cell", "task-1-2", status=1)
    assert out.splitlines()[-2:] == [
        "tiny: stale in equivalent.toml: task-1-2: - return x > 0  + return x < 0: test-1-2 kills it",
        "tiny: stale in equivalent.toml: task-1-2: - gone: there is no such mutant any more",
    ]


def test_every_second_one(copied):
    list_as_equivalent(copied, LIMIT, MORE, LESS, "- gone")
    out, _ = mutants(copied, "--cell", "task-1-2", "--every", 2, status=0)
    assert "tiny: 2 mutants" in out
    assert "+ return x < 0" not in out


def test_sweep(copied):
    right = copied.root / "tests" / "wrong_answers" / STAGE / "right"
    right.mkdir(parents=True)
    (right / "near.py").write_text("# %% task-1-8\ndef half(a):\n    return 0.5002 * a\n")
    out, _ = mutants(copied, "--cell", "task-1-8", "--sweep", "--seeds", 6, status=0)
    (line,) = [line for line in out.splitlines() if line.strip().startswith("test-1-8  ")]
    # 0.5002 is off by 4e-4 of a half, the whole by half of it: the tolerance is 1e-3.
    assert [word.strip() for word in line.split("  ") if word.strip()] == [
        "test-1-8",
        *("2.5 times", "500 times", "task-1-8, line 3: - return 0.5 * a", "+ return a"),
    ]
    assert "2 right answers with 6 seeds each" in out
    (right / "seldom.py").write_text("# %% task-1-8\ndef half(a):\n    return 0.5 * a if a != 4 else 1.0\n")
    (right / "rough.py").write_text("# %% task-1-8\ndef half(a):\n    return a / 2 if a != 2 else None\n")
    out, _ = mutants(copied, "--cell", "task-1-8", "--sweep", "--seeds", 6, status=1)
    failed = sorted(line for line in out.splitlines() if line.startswith("a right answer fails: "))
    assert [line.split(":")[1:3] for line in failed] == [
        [" rough, test-1-8", " seed 3"],
        [" seldom, test-1-8", " seed 1"],
    ]
    assert "half of a hidden number is missing" in failed[0]
    assert "times the tolerance" in failed[1]


def test_sweep_excuses_no_survivor(course):
    out, _ = mutants(course, "--cell", "task-1-2", "--sweep", "--seeds", 1, status=1)
    assert "a right answer fails:" not in out


WRONG = {
    "unknown stage": ((), "nn", "there is no stage 'nn'"),
    "unknown cell": (("--cell", "task-9-9"), STAGE, "tiny has no code cell task-9-9"),
    "cell without marks": (("--cell", "test-1-1"), STAGE, "tiny has nothing to change"),
    "json over a folder": (("--json", "."), STAGE, "it is a folder"),
}


@pytest.mark.parametrize(("words", "stage", "said"), WRONG.values(), ids=WRONG)
def test_wrong_usage_is_status_2_and_one_line(course, words, stage, said):
    one_line_about(said, mutants(course, *words, stage=stage, status=2))


def one_line_about(said, printed):
    out, err = printed
    assert (out, len(err.splitlines())) == ("", 1)
    assert err.startswith("autograder: ") and said in err


UNFIT = {
    "solutions that fail": (
        "return 2 * x",
        "return 3 * x",
        "the solutions themselves fail test-1-1: AssertionError: twice 5",
    ),
    "solutions of which one dies": ("if n > 9", "if n > 8", "the solutions themselves fail test-1-5: Python stopped"),
    "a test at fault": (
        "assert sum(range(10**6)) and small(2) == 2",
        "'done'",
        "the solutions themselves fail test-1-9: the test ends with something that is no score",
    ),
    "a mark too many": ("return x > 0", "# BEGIN SOLUTION", "cell task-1-2: line 3 has `BEGIN SOLUTION` again"),
    "no Python": ("return 2 * x", "return %time 2", "task-1-1 is not plain Python"),
}


@pytest.mark.parametrize(("old", "new", "said"), UNFIT.values(), ids=UNFIT)
def test_stage_that_cannot_be_measured_is_status_2_and_one_line(copied, old, new, said):
    edit(copied, old, new)
    printed = mutants(copied, status=2)
    one_line_about(said, printed)
    assert "ask the instructor" not in printed[1]


def test_bad_list_is_status_2_and_one_line(copied):
    list_as_equivalent(copied, "")
    one_line_about("the change of an entry for task-1-2", mutants(copied, status=2))


BAD_RIGHT = {
    "unknown task": ("# %% task-7-7\npass", "answers what tiny does not ask for: task-7-7"),
    "unknown student": ("# like nobody\n# %% task-1-1\npass", "cannot read"),
}


@pytest.mark.parametrize(("text", "said"), BAD_RIGHT.values(), ids=BAD_RIGHT)
def test_right_answer_that_is_none(assignment, copied, text, said):
    path = copied.root / "tests" / "wrong_answers" / STAGE / "right" / "bad.py"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    with pytest.raises(CourseError, match=said) as error:
        sweep.right_answers(copied, assignment)
    assert str(path) in str(error.value)


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


def test_a_file_holds_one_stage(tmp_path):
    for stage in ("one", "two"):
        notebook = tmp_path / "source" / stage / f"{stage}.ipynb"
        notebook.parent.mkdir(parents=True)
        notebook.write_text("{}")
    (tmp_path / "nbgrader_config.py").write_text("")
    _, err = autograder("mutants", "--json", tmp_path / "found.json", cwd=tmp_path, status=2)
    assert "--json takes the findings of one stage: name it" in err
