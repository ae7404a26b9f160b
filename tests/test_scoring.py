"""What the last line of a test cell is worth, and which words a student reads about it."""

import nbformat
import pytest
import tiny_course

from autograder.assignment import Assignment
from autograder.grading import grade
from autograder.text import plain

# last line of a test of 2 points: (score, passed)
LAST_LINES = {
    "1.5": (1.5, False),
    "2": (2.0, True),
    "0": (0.0, False),
    "None": (2.0, True),
    "True": (0.0, False),
    "'all is well'": (0.0, False),
    "[1.0]": (0.0, False),
    "import numpy; numpy.ones(1)": (0.0, False),
    "import numpy; numpy.float32(1.5)": (1.5, False),
    "1.5;": (2.0, True),
    "import numpy; numpy.float64(0.5)": (0.5, False),
    "numpy.int64(1)": (1.0, False),
    "float('nan')": (0.0, False),
    "float('inf')": (0.0, False),
    "-0.5": (0.0, False),
    "2.01": (0.0, False),
    "import sys; print('careful', file=sys.stderr)": (2.0, True),
    "import warnings; warnings.warn('careful')": (2.0, True),
    "display(1)": (2.0, True),
    "print(2.0); 0.5": (0.5, False),
    "raise SystemExit": (0.0, False),
    "assert False": (0.0, False),
    "### BEGIN HIDDEN TESTS\ndef one():\n    assert 1 == 2\n### END HIDDEN TESTS\none()": (0.0, False),
    "def two():\n    assert 3 == 4\n### BEGIN HIDDEN TESTS\ntwo()\n### END HIDDEN TESTS": (0.0, False),
    "import fractions\nassert fractions.Fraction('1')\nassert (1 ==\n    2), ''": (0.0, False),
}


def assignment_of(cells):
    """An assignment whose tests end with the given lines."""
    spec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": spec})
    content = nbformat.writes(notebook).encode("utf-8")
    return Assignment("lines", content, content)


@pytest.fixture(scope="module")
def scores():
    cells = [tiny_course.cell(f"test-{number}", line, points=2, locked=True) for number, line in enumerate(LAST_LINES)]
    assignment = assignment_of(cells)
    result = grade(assignment, assignment.release_bytes)
    return dict(zip(LAST_LINES, result.cells.values(), strict=True))


@pytest.mark.parametrize("line", LAST_LINES)
def test_last_line(scores, line):
    assert (scores[line].score, scores[line].passed) == LAST_LINES[line]


@pytest.mark.parametrize("line", ["float('nan')", "float('inf')", "-0.5", "2.01"])
def test_impossible_score_is_told(scores, line):
    assert "impossible score" in scores[line].message


@pytest.mark.parametrize("line", ["True", "'all is well'", "[1.0]", "import numpy; numpy.ones(1)"])
def test_what_is_no_score_is_told(scores, line):
    assert "no score" in scores[line].message


def test_error_without_text(scores):
    assert scores["raise SystemExit"].message == "SystemExit"


def test_assert_without_text_is_shown(scores):
    assert scores["assert False"].message == "AssertionError: assert False"
    messages = {line.partition("(")[0]: score.message for line, score in scores.items() if "\n" in line}
    assert messages == {
        "### BEGIN HIDDEN TESTS\ndef one": "AssertionError",
        "def two": "AssertionError in a hidden check, at inputs other than the visible ones",
        "import fractions\nassert fractions.Fraction": "AssertionError: assert (1 == 2), ''",
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("a\x1b]0;t\x07b", "a0;t b"),
        ("a\x9b31mb", "a 31mb"),
        ("a\r\nb\tc", "a \nb   c"),
        ("\u202eabc\u2066", " abc "),
        ("\ud800\0\x7f", "   "),
        ("é ü 😀 ✓", "é ü 😀 ✓"),
        ("<b>&[red]", "<b>&[red]"),
    ],
)
def test_plain(text, shown):
    assert plain(text) == shown


def test_plain_is_short_and_quick():
    assert plain("x" * 10**8, 10) == "x" * 9 + "…"
    assert len(plain("\x1b[" + "1" * 10**7)) <= 2000
