"""`validate` names the tests that cannot be run apart from student code, and why."""

import nbformat
import pytest
import tiny_course

from autograder.splitting import reasons
from autograder.validation import problems

FINE = [
    "assert double(2) == 4",
    "import math\ndef near(a, b):\n    return math.isclose(a, b)\nassert near(double(2), 4.0)",
    "assert LIMIT == 10",
    "display(double(3))",
    "import asyncio\nasync def f():\n    await asyncio.sleep(0)\nasyncio.run(f())",
    "for n in range(3):\n    assert [double(k) for k in range(n)] is not None",
    "def eval(x):\n    return x\neval(double(2))",
]
REFUSED = {
    "%timeit double(2)": "not plain Python in line 1",
    "x = !ls": "not plain Python in line 1",
    "assert (double(2) == 4": "not plain Python",
    "get_ipython().run_line_magic('time', '')": "line 1 calls get_ipython: the student's shell is in another process",
    "\nassert globals()['double'](2) == 4": "line 2 calls globals",
    "assert eval('double(2)') == 4": "line 1 calls eval",
    "exec('double(2)')": "line 1 calls exec",
    "import asyncio\nawait asyncio.sleep(0)": "line 2 awaits outside of a function",
    "assert treble(2) == 6": "nothing in the notebook defines treble",
}


def lines(text):
    cells = [
        tiny_course.cell("setup", "LIMIT = 10", locked=True),
        tiny_course.cell("task-1-1", "def double(x):\n    return 2 * x", solution=True),
        tiny_course.cell("test-1-1", text, points=1, locked=True),
    ]
    return list(reasons(nbformat.v4.new_notebook(cells=cells)))


@pytest.mark.parametrize("text", FINE)
def test_fine(text):
    assert lines(text) == []


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text):
    (line,) = lines(text)
    assert line.startswith("test-1-1: cannot be split from student code: ")
    assert REFUSED[text] in line


def test_validate_tells(tmp_path):
    notebook = tiny_course.source()
    notebook.cells[6].source = "get_ipython()\nassert double(2) == 4"
    hidden = "import datetime\nhalf(datetime.timedelta(2))"
    notebook.cells[9].source += f"\n### BEGIN HIDDEN TESTS\n{hidden}\n### END HIDDEN TESTS"
    course = tiny_course.make(tmp_path / "course", notebook)
    found = "\n".join(problems(course, "tiny"))
    assert "test-1-1: cannot be split from student code: line 1 calls get_ipython" in found
    assert "test-1-2: the source scores 0 of 3: the test cannot be run (" in found
