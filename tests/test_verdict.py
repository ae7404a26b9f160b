"""How a check speaks: how much of a message, what is marked in red, parts of a task, and their points."""

import linecache
import re

import pytest
from IPython.core.formatters import PlainTextFormatter
from nbformat.v4 import new_code_cell, new_output
from nbgrader.utils import determine_grade

from flatgrad.verdict import GREEN, PLAIN, RED, WIDTH, CheckFailed, Points, TestFault, Verdict, in_red

SENTENCE, NUMBERS, HINT = "dW is wrong", "  [0]   1*   2", "look at reg"
FULL = f"Task 2.3: {SENTENCE}\n{NUMBERS}\nHint: {HINT}"


def failed(explain, *parts):
    with pytest.raises(CheckFailed) as caught:
        Verdict("Task 2.3", explain).fail(*parts)
    return caught.value


@pytest.mark.parametrize(
    ("explain", "text"),
    [
        ("full", FULL),
        ("hint", f"Task 2.3: {SENTENCE}\nHint: {HINT}"),
        ("none", "Task 2.3: a hidden check failed"),
    ],
)
def test_how_much_is_explained(explain, text):
    error = failed(explain, SENTENCE, NUMBERS, HINT)
    assert (str(error), error.full) == (text, FULL)


@pytest.mark.parametrize("explain", ["full", "hint"])
def test_what_is_empty_has_no_line(explain):
    assert str(failed(explain, SENTENCE)) == f"Task 2.3: {SENTENCE}" == failed(explain, SENTENCE).full


def test_all_is_explained_unless_asked_otherwise():
    with pytest.raises(CheckFailed, match="1\\*"):
        Verdict("Task 2.3").fail(SENTENCE, NUMBERS)
    assert CheckFailed("x").full == "x"


@pytest.mark.parametrize("explain", ["", "Hint", None, True])
def test_another_word_is_a_fault_of_the_test(explain):
    with pytest.raises(TestFault, match="it must be one of full, hint, none"):
        Verdict("Task 2.3", explain).fail(SENTENCE)
    assert not issubclass(TestFault, AssertionError)


@pytest.mark.parametrize(("seconds", "warned"), [(None, False), (60, False), (0.5, True)])
def test_who_is_too_slow_for_grading_is_warned(monkeypatch, capsys, seconds, warned):
    verdict = Verdict("Task 2.3")
    monkeypatch.setattr(verdict, "begun", verdict.begun - 45)
    verdict.passed(seconds=seconds)
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == f"{GREEN}✓ Task 2.3: all visible checks pass{PLAIN}"
    assert len(rest) == warned
    told = r"But this took (4[5-9]|5\d) s; when it is graded, it is stopped after 0.5 s\."  # some pass in here, too
    assert all(re.fullmatch(re.escape(RED) + told + re.escape(PLAIN), line) for line in rest)


def test_wrong_entries_are_red():
    assert in_red(FULL) == [
        f"{RED}✗ Task 2.3: dW is wrong{PLAIN}",
        f"  [0]   {RED}1*{PLAIN}   2",
        "Hint: look at reg",
    ]
    assert in_red("f\n  -1e-05*  2  nan*")[1] == f"  {RED}-1e-05*{PLAIN}  2  {RED}nan*{PLAIN}"
    assert in_red("f\n  2 * reg * W")[1] == "  2 * reg * W"
    assert failed("hint", SENTENCE)._render_traceback_() == [f"{RED}✗ Task 2.3: {SENTENCE}{PLAIN}"]


def test_long_sentences_are_wrapped_and_tables_are_not():
    lines = in_red("\n".join([20 * "a word ", "  " + 40 * " 1.5", "Hint: " + 30 * "think "]))
    plain = [line.replace(RED, "").replace(PLAIN, "") for line in lines]
    assert [len(line) <= WIDTH for line in plain] == [True, True, False, True, True]
    assert all(line.startswith(RED) and line.endswith(PLAIN) for line in lines[:2]) and lines[2].endswith("1.5")
    assert " ".join(plain[:2]).split() == ["✗", *20 * ["a", "word"]]


def graded(*blocks, explain="full"):
    """A Verdict after the blocks (name, points, what it raises)."""
    check = Verdict("Task 2.3", explain)
    for name, points, error in blocks:
        with check.part(name, points):
            if error:
                raise error
    return check


WRONG = CheckFailed("Task 2.3: loss is wrong\n  1   2", "Task 2.3: loss is wrong\n  1   2\nsecret")


@pytest.mark.parametrize(
    ("blocks", "points", "message"),
    [
        ([], 0, ""),
        ([("loss", 2, None), ("no loops", 1.5, None)], 3.5, ""),
        ([("loss", 2, WRONG), ("no loops", 1.5, None)], 1.5, str(WRONG)),
        ([("loss", 2, None), ("no loops", 1.5, WRONG)], 2, str(WRONG)),
        # The first message as it is, of the others one line each.
        ([("a", 1, WRONG), ("b", 1, CheckFailed("second\nnumbers"))], 0, f"{WRONG}\nsecond"),
        # All blocks of a part must hold, and the first that does not is told.
        ([("loss", 2, None), ("loss", 2, WRONG), ("loss", 2, None)], 0, str(WRONG)),
        ([("loss", 2, WRONG), ("loss", 2, CheckFailed("later"))], 0, str(WRONG)),
        ([("loss", 2, ValueError("bad"))], 0, "Task 2.3: ValueError in the part 'loss': bad"),
    ],
)
def test_points_of_parts(blocks, points, message):
    found = graded(*blocks).points()
    assert (found, found.message) == (points, message)
    assert isinstance(found, Points)


def test_the_instructor_reads_all_of_what_failed(capsys):
    graded(("loss", 2, WRONG))
    assert capsys.readouterr().out.splitlines() == [f"{RED}✗ Task 2.3: loss is wrong{PLAIN}", "  1   2", "secret"]


def test_what_student_code_says_is_not_told_from_hidden_inputs():
    for explain in ("hint", "none"):
        points = graded(("loss", 2, ValueError("secret")), explain=explain).points()
        assert points.message == "Task 2.3: ValueError in the part 'loss'"


def test_a_text_that_cannot_be_read():
    class Mute(Exception):
        def __str__(self):
            raise KeyError

    points = graded(("loss", 2, Mute())).points()
    assert (points, points.message) == (0, "Task 2.3: Mute in the part 'loss'")


@pytest.mark.parametrize(
    "error", [NotImplementedError("Task 2.3"), TestFault("no"), KeyboardInterrupt(), SystemExit(1)]
)
def test_what_a_part_does_not_hold_back(error):
    check = Verdict("Task 2.3")
    with pytest.raises(type(error)), check.part("loss", 2):
        raise error
    assert check.points() == 2


def test_a_part_with_a_stub_of_its_own():
    check = Verdict("Task 2.3", "hint")
    with check.part("f", 2, own_stub=True):
        raise NotImplementedError("Task 2.3")
    with check.part("g", 1, own_stub=True):
        pass
    with pytest.raises(TestFault), check.part("g", 1, own_stub=True):
        raise TestFault("no")
    assert (check.points(), check.points().message) == (1, "Task 2.3: f is not written yet")


def test_passed_tells_what_is_missing(capsys):
    graded(("loss", 2, None), ("no loops", 1.5, None)).passed()
    assert capsys.readouterr().out == f"{GREEN}✓ Task 2.3: all visible checks pass{PLAIN}\n"
    check = graded(("loss", 2, None), ("no loops", 1.5, WRONG))
    capsys.readouterr()
    check.passed()
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{RED}✗ Task 2.3: ") and "2 of 3.5 points" in line and "no loops" in line
    assert "loss" not in line and GREEN not in line


def test_nbgrader_reads_points_as_a_number():
    points = graded(("loss", 2, None), ("no loops", 1.5, None), ("speed", 1, WRONG)).points()
    text = PlainTextFormatter()(points)
    cell = new_code_cell("check.points()", outputs=[new_output("execute_result", {"text/plain": text})])
    cell.metadata["nbgrader"] = {"grade": True, "solution": False, "points": 4.5, "schema_version": 3}
    assert determine_grade(cell) == (3.5, 4.5)
    assert repr(points) == str(points) == "3.5" and points + 1 == 4.5


def test_an_error_is_placed_in_the_cell_of_a_notebook(capsys):
    check, space = Verdict("Task 2.3"), {}
    answer, test = "def f(x):\n    return x + ()\n", "with check.part('p', 1):\n    f(1)\n"
    for name, source in (("answer", answer), ("test", test)):
        path = f"/tmp/ipykernel_7/{name}.py"
        linecache.cache[path] = (len(source), None, source.splitlines(keepends=True), path)
        space["check"] = check
        exec(compile(source, path, "exec"), space)
    assert "Task 2.3: TypeError in f, line 2 (`return x + ()`): unsupported operand" in check.points().message
