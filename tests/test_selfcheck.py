"""`python -m flatgrad.selfcheck` for notebooks as they are saved in the middle of the work, and for what is none."""

import copy
import io
import json
import os
import re
import subprocess
import sys

import nbformat
import pytest
import tiny_course
from nbgrader.utils import compute_checksum
from selfcheck_rows import read_rows

from flatgrad.selfcheck.__main__ import main
from flatgrad.selfcheck.execution import ERROR, FINE, Outcome
from flatgrad.selfcheck.findings import Row
from flatgrad.selfcheck.messages import State, state_of_check
from flatgrad.selfcheck.notebook import Cell, read
from flatgrad.selfcheck.page import Page

CHECK = """\
from flatgrad.check import Check
check = Check("{task}")
check.value(check.call({name}, 3), {expected}, "{name}(3)")
check.passed()"""
PARTS = """\
from flatgrad.check import Check
check = Check("Task 1.2")
with check.part("small numbers", 1):
    check.value(check.call(half, 3), 1.5, "half(3)")
with check.part("numbers so large that the sentence of the check about them does not fit on a line", 2):
    check.value(check.call(half, 2e9), 1e9, "half of a number that is so large that it is told in many words, 2e9")
check.passed()"""
STUB = 'def {name}(x):\n    # YOUR CODE HERE\n    raise NotImplementedError("{task}")'
RIGHT = {"double": "return 2 * x", "half": "return x / 2", "square": "return x * x", "cube": "return x * x * x"}
EXPECTED = {"double": 6, "square": 9, "cube": 27}
TASKS = {"1-1": ("double", 2), "1-2": ("half", 3), "2-1": ("square", 1), "2-2": ("cube", 0.5)}


def notebook(answer="Because.", between=(), **texts):
    """A notebook with four tasks and a question. texts: {"double": text of its cell}; None keeps the stub."""
    cells = [tiny_course.cell("setup", "import math", locked=True)]
    for number, (name, points) in TASKS.items():
        task = f"Task {number.replace('-', '.')}"
        check = PARTS if name == "half" else CHECK.format(task=task, name=name, expected=EXPECTED[name])
        text = texts.get(name, f"def {name}(x):\n    {RIGHT[name]}") or STUB.format(name=name, task=task)
        cells += [
            tiny_course.cell(f"part-{number}", f"### {task} `{name}` ({points:g} points)", code=False),
            tiny_course.cell(f"task-{number}", text, solution=True),
            tiny_course.cell(f"test-{number}", check, points=points, locked=True),
        ]
        if number == "1-1":
            cells += [tiny_course.cell(f"own-{place}", text) for place, text in enumerate(between)]
    cells.append(tiny_course.cell("answer-1", answer, code=False, points=1, solution=True))
    for cell in cells:
        if "nbgrader" in cell.metadata and cell.metadata.nbgrader.locked:
            cell.metadata.nbgrader["checksum"] = compute_checksum(cell)
    return nbformat.v4.new_notebook(cells=cells)


@pytest.fixture
def check(tmp_path):
    """Run the command on a notebook, or on the bytes of a file, as a shell does: (status, rows, output)."""

    def run(content, *words, status):
        path = tmp_path / "work.ipynb"
        data = content if isinstance(content, bytes) else nbformat.writes(content).encode("utf-8")
        path.write_bytes(data)
        env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "FORCE_COLOR")}
        done = subprocess.run(
            [sys.executable, "-m", "flatgrad.selfcheck", "work.ipynb", *words],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert (done.returncode, done.stderr) == (status, "")
        assert "Traceback" not in done.stdout and "\x1b" not in done.stdout
        assert max(map(len, done.stdout.splitlines())) < 80
        assert path.read_bytes() == data and os.listdir(tmp_path) == ["work.ipynb"]
        return read_rows(done.stdout), " ".join(done.stdout.split())

    return run


def test_all_is_well(check, tmp_path):
    within = f"import sys\nsaid = !{{sys.executable}} -m flatgrad.selfcheck {tmp_path / 'work.ipynb'} 2>&1"
    rows, text = check(notebook(between=[within, "assert 'being checked' in said[-1], said"]), status=0)
    assert rows == {
        "Task 1.1": ("2", "2", "✓"),
        "Task 1.2": ("3", "3", "✓"),
        "Task 2.1": ("1", "1", "✓"),
        "Task 2.2": ("0.5", "0.5", "✓"),
        "Question 1": ("–", "1", "answered; a person reads it"),
    }
    assert "6.5 of 6.5 points by the visible checks. 1 more is for answers in words." in text
    assert "It runs from top to bottom without an error." in text
    assert "hidden checks" in text and "open" not in text


def test_work_in_progress(check):
    """A wrong answer, a part that fails, a stub, a function that needs it, and no answer in words."""
    texts = {
        "double": "def double(x):\n    return x",
        "half": "def half(x):\n    print('✗ mine')\n    return x / 2 if x < 10 else 0.0",
        "square": None,
        "cube": "def cube(x):\n    return x * square(x)",
    }
    rows, text = check(notebook(answer="YOUR ANSWER HERE", between=["print(double(2)", "1 / 0"], **texts), status=1)
    got, points, state = rows.pop("Task 1.1")
    assert (got, points, state.split(" is ")[0]) == ("0", "2", "✗ double(3)")
    got, points, state = rows.pop("Task 1.2")
    assert (got, points) == ("1", "3")
    assert state.startswith("✗ half of a number that is so large that it is told in many words, 2e9")
    assert state.endswith("not yet: numbers so large that the sentence of the check about them does not fit on a line")
    assert rows == {
        "Task 2.1": ("0", "1", "not written yet"),
        "Task 2.2": ("0", "0.5", "waits for Task 2.1, which is not written yet"),
        "Question 1": ("–", "1", "not answered yet"),
    }
    assert "1 of 6.5 points by the visible checks." in text
    assert "Still open: Tasks 1.1, 1.2, 2.1, 2.2; Question 1." in text
    assert '"Run all" in Jupyter stops at the check of Task 1.1.' in text
    assert "the cell that begins with print(double(2) stops with SyntaxError" in text
    assert "the cell that begins with 1 / 0 stops with ZeroDivisionError: division by zero." in text


def test_errors_that_bring_others_about(check):
    texts = {
        "double": "def double(x)\n    return 2 * x",
        "half": "def half(x):\n    y = x\n    return y / zero",
        "square": "def square(x):\n    return double(x) * x / 2",
        "cube": "def cube(x):\n    assert x == 2, 'only two'\n    return 8",
    }
    rows, text = check(notebook(between=["exit()", "input()", "import sys; sys.exit(1)"], **texts), status=1)
    assert rows["Task 1.1"][2].startswith("✗ its cell stops with SyntaxError: expected ':' (line 1)")
    assert rows["Task 1.2"][2].startswith("✗ NameError in half, line 3")
    assert rows["Task 2.1"][2].startswith("✗ stopped by an earlier error: the cell of Task 1.1 stops with SyntaxError")
    assert rows["Task 2.2"][2] == "✗ the check says: only two"
    assert '"Run all" in Jupyter stops at the cell of Task 1.1.' in text
    assert "the cell that begins with input() stops with StdinNotImplementedError" in text
    assert "exit()" not in text.replace("sys.exit", "")


def test_a_cell_that_does_not_end_or_ends_python(check):
    """The others run; those before it once more where Python had to be started anew."""
    stubborn = "while True:\n    try:\n        math.sqrt(2)\n    except KeyboardInterrupt:\n        pass"
    texts = {
        "double": "def double(x):\n    while True:\n        print('no end')",
        "square": "import os\nos._exit(3)",
    }
    rows, text = check(notebook(between=["kept = 7", stubborn, "kept + 1"], **texts), "--limit", "3", status=1)
    assert rows["Task 1.1"][2] == "✗ the check was still running after 3 s and was stopped"
    assert rows["Task 1.2"] == ("3", "3", "✓")
    assert rows["Task 2.1"][2] == "✗ its cell ended Python itself (out of memory, perhaps)"
    assert rows["Task 2.2"] == ("0.5", "0.5", "✓")
    assert "the cell that begins with while True: was still running after 3 s and was stopped." in text
    assert "kept" not in text


def test_python_that_is_ended_again_and_again(check):
    rows, text = check(notebook(between=["import os\nos._exit(3)"] * 9), status=1)
    assert rows["Task 1.1"] == ("2", "2", "✓")
    assert rows["Task 2.2"][2] == "✗ the check was not run: Python itself was ended too often before it"
    assert "So it is with" in text


def test_edited_and_deleted_checks(check):
    changed = notebook()
    cells = {cell.id: cell for cell in changed.cells}
    cells["test-1-1"].source = "check = 1"
    cells["test-2-1"].metadata["collapsed"] = True
    changed.cells.remove(cells["test-2-2"])
    changed.cells.append(copy.deepcopy(cells["test-1-2"]))
    changed.cells[-1].id = "copy"
    rows, text = check(changed, status=1)
    assert list(rows) == ["Task 1.1", "Task 1.2", "Task 2.1", "Question 1", "Task 2.2"]
    assert rows["Task 1.1"] == ("0", "2", "✗ its check was edited; take the cell from a fresh copy")
    assert rows["Task 2.1"] == ("1", "1", "✓")
    assert rows["Task 2.2"] == ("0", "0.5", "✗ its check is gone from this notebook; take it from a fresh copy")
    assert "4 of 6.5 points by the visible checks." in text and "Still open: Tasks 1.1, 2.2." in text


@pytest.mark.parametrize("text", ["", "check.passed()", "# " + CHECK, CHECK + "\n1 / 0"])
def test_an_edited_check_counts_for_nothing_however_it_ends(text):
    marks = next(cell.metadata.nbgrader for cell in notebook().cells if cell.id == "test-1-1")
    for outcome in (Outcome(FINE), Outcome(ERROR, "NotImplementedError", "Task 1.1")):
        state = state_of_check(Cell("code", text, marks), outcome, {}, 60)
        assert state == State(0.0, "✗", ("its check was edited; take the cell from a fresh copy",))


HUGE = "1" + "0" * 400


@pytest.mark.parametrize("number", [HUGE, "NaN", "Infinity", "-Infinity", '"2"', "true", "null", "[]"])
def test_numbers_in_a_notebook_that_are_none(number, tmp_path):
    """Of points, of the stage's limit, and in a heading."""
    odd = json.loads(nbformat.writes(notebook()))
    for cell in odd["cells"]:
        cell["metadata"].get("nbgrader", {})["points"] = "HERE"
    odd["metadata"]["autograder"] = {"limits": {"cell_seconds": "HERE"}}
    odd["cells"].append({"cell_type": "markdown", "source": f"# Task 3.1 ({HUGE} points)\n# Task 3.2 (1.2.3 points)"})
    (tmp_path / "work.ipynb").write_text(json.dumps(odd).replace('"HERE"', number))
    found = read(tmp_path / "work.ipynb")
    assert {cell.points for cell in found.cells} == {0.0} and found.cell_seconds == 30
    assert set(found.headings()) == {"Task 1.1", "Task 1.2", "Task 2.1", "Task 2.2"}


def test_a_line_that_only_looks_like_a_sum_of_points():
    cell = Cell("code", "", {"grade_id": "test-1-1", "points": 2})
    outcome = Outcome(FINE, printed="✗ Task 1.1: 1.2.3 of 4 points so far; not yet: half\n")
    assert state_of_check(cell, outcome, {}, 60) == State(2.0, "✓", (), open=False)


def test_a_name_that_is_missing_is_told_once(check):
    """A function by another name: what needs it later does not say it again."""
    rows, text = check(notebook(double="def twice(x):\n    return 2 * x", between=["print(double(2))"] * 2), status=1)
    assert rows["Task 1.1"] == ("0", "2", "✗ there is no double yet")
    assert text.count("double") == 1


def test_what_is_too_slow_for_grading(check):
    """The limit is the stage's own: here one that every check takes longer than."""
    slow = notebook()
    slow.metadata["autograder"] = {"limits": {"cell_seconds": 0.001}}
    rows, text = check(slow, status=1)
    got, points, state = rows["Task 2.1"]
    assert (got, points) == ("1", "1")
    assert re.fullmatch(r"✓ right, but slow: \d+ s here; graded, it is stopped after 0.001 s", state)
    assert "Still open: Tasks 1.1, 1.2, 2.1, 2.2." in text


def test_which_check_is_too_slow_for_grading():
    (cell,) = (cell for cell in notebook().cells if cell.id == "test-2-1")
    cell = Cell(cell.cell_type, cell.source, cell.metadata.nbgrader)
    quick, slow = (state_of_check(cell, Outcome(FINE, seconds=seconds), {}, 60, 30) for seconds in (29, 45))
    assert quick == State(1.0, "✓", (), open=False)
    assert slow == State(1.0, "✓", ("right, but slow: 45 s here; graded, it is stopped after 30 s",))


def as_json(**changes):
    return json.dumps({**json.loads(nbformat.writes(notebook())), **changes}).encode()


NO_NOTEBOOKS = {
    "empty": (b" \n", "is empty"),
    "a page": (b"<html>", "is damaged, so Jupyter cannot open it either"),
    "not text": (b"\xff\xfe\x00", "is damaged"),
    "cut off": (as_json()[:-100], "is damaged"),
    "deep": (b"[" * 100_000, "is damaged"),
    "a list": (b"[1]", "is not a notebook"),
    "no version": (as_json(nbformat="four"), "is not a notebook"),
    "old": (as_json(nbformat=3), "open it in JupyterLab and save it again"),
    "no cells": (as_json(cells={}), "is damaged"),
    "strange cells": (as_json(cells=[None, {"source": 5}, {"metadata": []}]), "is not a notebook of this course"),
    "another course": (as_json(cells=[{"cell_type": "code", "source": "1"}]), "is not a notebook of this course"),
}


@pytest.mark.parametrize("name", NO_NOTEBOOKS)
def test_not_a_notebook(name, tmp_path, capsys):
    data, message = NO_NOTEBOOKS[name]
    (tmp_path / "work.ipynb").write_bytes(data)
    assert message in refused(tmp_path / "work.ipynb", capsys)


def refused(path, capsys):
    """The one line for a file that cannot be looked at."""
    assert main([str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("selfcheck: ") and err.count("\n") == 1
    return err


def test_no_such_file(tmp_path, capsys):
    (tmp_path / "knn.ipynb").write_text("{}")
    assert "there is knn.ipynb" in refused(tmp_path / "kmn.ipynb", capsys)
    assert "is a folder; in it there is knn.ipynb" in refused(tmp_path, capsys)
    assert "nor is there such a folder" in refused(tmp_path / "no" / "knn.ipynb", capsys)
    (tmp_path / "loop.ipynb").symlink_to("loop.ipynb")
    assert "cannot read" in refused(tmp_path / "loop.ipynb", capsys)


@pytest.mark.parametrize(
    "words", [(), ("a", "b"), ("a", "--limit", "0"), ("a", "--limit", "soon"), ("a", "--limit", "nan")]
)
def test_wrong_usage(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(list(words))
    assert stopped.value.code == 2
    assert "usage: python -m flatgrad.selfcheck" in capsys.readouterr().err


def test_without_jupyter(tmp_path):
    """In a Python that has no packages at all, one line says what is missing."""
    (tmp_path / "work.ipynb").write_bytes(as_json())
    done = subprocess.run(
        [sys.executable, "-S", "-m", "flatgrad.selfcheck", "work.ipynb"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tiny_course.CHECKOUT / "assignments")},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "comes with JupyterLab: python -m pip install jupyterlab" in done.stderr


LONG = Row(
    "Task 1.2", 3.0, State(1.0, "✗", ("the gradient of the loss is exactly half of what it must be", "not yet: ½"))
)


def printed(width, encoding="utf-8"):
    """The lines of a row on a page that is so wide."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        page = Page(stream)
    page.heading(["Task 1.2"])
    page.row(LONG)
    stream.flush()
    return stream.buffer.getvalue().decode(encoding).splitlines()


@pytest.mark.parametrize("width", [21, 30, 50, 80, 200])
def test_lines_end_where_the_terminal_does(width):
    lines = printed(width)
    assert max(map(len, lines)) < width
    assert " ".join(" ".join(lines[1:]).split()) == f"Task 1.2 1 / 3 ✗ {' '.join(LONG.state.lines)}"


def test_a_terminal_without_the_letters():
    assert " ".join(" ".join(printed(80, "ascii")[1:]).split()).endswith("not yet: 1/2")
    assert printed(120, "cp1252")[1].split()[3:6] == ["/", "3", "x"]


def shown(screen, until):
    """What a terminal has received; one read need not give all that was written."""
    seen = b""
    while not seen.endswith(until.encode()):
        seen += screen.read(10_000)
    return seen.decode("utf-8")


def test_a_terminal_sees_colours_and_what_is_done_now():
    master, slave = os.openpty()
    with open(slave, "w", encoding="utf-8") as terminal, open(master, "rb", buffering=0) as screen:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TERM", "xterm")
            patch.delenv("NO_COLOR", raising=False)
            page = Page(terminal)
        page.status("cell 3 of 9 ...")
        page.row(LONG)
        seen = shown(screen, until="\n")
    assert seen.startswith("cell 3 of 9 ...\r" + " " * 15 + "\r")
    assert seen.count("\x1b[31m✗\x1b[0m") == 1 and seen.count("\x1b") == 2
