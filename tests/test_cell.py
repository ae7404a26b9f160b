"""What a check says in a notebook about a name that is not there, and about an exception in a student's own cell."""

import re

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

HEAD = "from flatgrad.check import Check\ncheck = Check('Task 1.1')\n"
FUNCTIONS = """\
def attribute(x):
    return x.nothing
def inner(x):
    return [1, 2, 3][x]
def outer(x):
    return inner(x + 4)
def stub(x):
    raise NotImplementedError("Task 1.1")
class Odd(Exception):
    def __setattr__(self, name, value):
        raise RuntimeError
def odd(x):
    raise Odd
"""


def executed(*texts):
    """A notebook of some cells, run."""
    notebook = new_notebook(cells=[new_code_cell(text) for text in texts])
    NotebookClient(notebook, kernel_name="python3", allow_errors=True, timeout=60).execute()
    return notebook


def shown(outputs):
    """The last of a cell's outputs as text, and the exception's name."""
    output = outputs[-1] if outputs else {}
    said = "\n".join(output.get("traceback", [])) or output.get("text", "")
    return re.sub(r"\x1b\[[0-9;]*m", "", said), output.get("ename")


def run(*texts):
    """What stands below the last of some cells that run in a notebook, and the exception's name."""
    outputs = executed(*texts).cells[-1].outputs
    assert len(outputs) <= 1
    return shown(outputs)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("check.call(softmax, 3)", "softmax"),
        ("import numpy as np\nfor n in range(3):\n    check.call(lambda x: softmax(x + n), np.ones(3))", "softmax"),
        ("rows = [b for b in X_train]\ncheck.call(softmax, X_train)", "X_train and no softmax"),
        (
            "def helper(x):\n    return softmax(x)\nclass K:\n    y = 1\n    def m(self): return self.y + len('')",
            "softmax",
        ),
    ],
)
def test_a_name_that_no_cell_has_given(text, names):
    hint = "Hint: run the cell that makes it, then this one; it must have exactly this name"
    assert run(HEAD + text) == (f"✗ Task 1.1: there is no {names} yet\n{hint}", "CheckFailed")


GIVES = """\
import math as m
with open(m.devnull if 0 else "/dev/null") as file: pass
try: 1 / 0
except ZeroDivisionError as error: pass
[a for a in range(3)]
x, (y, *z) = 1, (2, 3)
print(len(z), given, __name__, _i[:0])
check.passed()
"""


def test_names_that_are_there():
    said, error = run("given = 1", HEAD + GIVES)
    assert error is None and said.endswith("✓ Task 1.1: all visible checks pass\n")


ODD_NAMES = """\
µ = 3
class K:
    __zz = 4
    where = __qualname__
    def m(self): return µ + __zz if self is None else self.__zz
assert K().m() == 4
check.passed()
"""


def test_names_that_python_spells_otherwise():
    said, error = run(HEAD + ODD_NAMES)
    assert error is None and said.endswith("✓ Task 1.1: all visible checks pass\n")
    said, error = run(HEAD + "print(β, µ)")
    assert said.startswith("✗ Task 1.1: there is no β and no \N{GREEK SMALL LETTER MU} yet\n")


UNKNOWN = [
    "from math import *\nsin(0)",
    "%time a = 3\na",
    "exec('b = 1')\nprint(b)",
    "eval('(c := 1)')\nprint(c)",
    "globals()['d'] = 1\nprint(d)",
    "if 'none' in globals(): print(none)",
    "if 'none' in dir(): print(none)",
    "try: none\nexcept NameError: pass",
    "try: none\nexcept Exception: pass",
    "try: none\nexcept: pass",
]


def test_where_the_names_cannot_be_known_nothing_is_said():
    notebook = executed(*(f"{HEAD}{text}\ncheck.passed()" for text in UNKNOWN))
    failed = {cell.source: shown(cell.outputs) for cell in notebook.cells if shown(cell.outputs)[1]}
    assert failed == {}


@pytest.mark.parametrize(
    ("call", "said", "error"),
    [
        ("check.call(attribute, 3)", "AttributeError in attribute, line 2 (`return x.nothing`)", "AttributeError"),
        ("check.pure(outer, 3, names=('x',), what='outer')", "IndexError in inner, line 4", "IndexError"),
        ("check.like(len, outer, [3], names='y', what='of outer')", "TypeError in outer, line 6", "TypeError"),
        ("check.call(stub, 3)", "stub is not written yet", "NotImplementedError"),
    ],
)
def test_an_exception_of_an_answer_is_a_line(call, said, error):
    shown, name = run(FUNCTIONS, HEAD + call)
    assert shown.startswith(f"✗ Task 1.1: {said}") and name == error
    assert "check.py" not in shown and len(shown.splitlines()) <= 2


@pytest.mark.parametrize("call", ["check.call(lambda: 1 / 0)", "check.call(odd, 3)"])
def test_any_other_is_shown_as_python_does(call):
    shown, error = run(FUNCTIONS, HEAD + call)
    assert error in ("ZeroDivisionError", "Odd") and "Traceback" in shown
