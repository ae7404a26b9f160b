"""Which lines of a cell are hidden, what a student has of it, and which lines would give something away."""

import nbformat
import pytest

from autograder.hidden import hidden_lines, hidden_part, without_hidden

CELL = """\
check.value(f(1), 1.0, "f(1)")
### BEGIN HIDDEN TESTS
rng = seeds.rng()
if rng:
    check.value(f(2), 4.0, "f(2)")
### END HIDDEN TESTS
check.passed()
# BEGIN HIDDEN TESTS
secret = 7
# END HIDDEN TESTS"""


def test_what_a_student_has_and_what_not():
    assert without_hidden(CELL) == 'check.value(f(1), 1.0, "f(1)")\ncheck.passed()'
    assert hidden_part(CELL) == 'rng = seeds.rng()\nif rng:\n    check.value(f(2), 4.0, "f(2)")\nsecret = 7'


@pytest.mark.parametrize("source", ["", "x = 1\ny = 2", "\n\n"])
def test_a_cell_without_hidden_tests(source):
    assert without_hidden(source) == source and hidden_part(source) == ""


def test_hidden_tests_without_an_end_go_to_the_end():
    source = "x = 1\n### BEGIN HIDDEN TESTS\ny = 2\nz = 3"
    assert without_hidden(source) == "x = 1" and hidden_part(source) == "y = 2\nz = 3"


@pytest.mark.parametrize(
    ("line", "telling"),
    [
        ('    check.value(f(2), 4.0, "f(2)")', True),
        ("secret = 7", True),
        ("softmax(x)", True),
        ("3.14159, 2.71828,", True),
        ("x == 1", True),
        ("31337.25,", True),
        ("100_000", True),
        ("a=b", False),
        ("    )", False),
        # A name alone stands in many a message.
        ("    softmax_loss_naive,", False),
        ("reference.softmax,", False),
        ("finally:", False),
        ("return", False),
        ("softmax_loss_naive", False),
        ("*everything,", True),
        ("names=names", True),
    ],
)
def test_telling_lines(line, telling):
    cells = [nbformat.v4.new_code_cell(f"pass\n### BEGIN HIDDEN TESTS\n{line}\n### END HIDDEN TESTS")]
    assert hidden_lines(nbformat.v4.new_notebook(cells=cells)) == ([line.strip()] if telling else [])


def test_the_longest_lines_come_first():
    cells = [nbformat.v4.new_code_cell(CELL), nbformat.v4.new_markdown_cell("nothing = here")]
    assert hidden_lines(nbformat.v4.new_notebook(cells=cells)) == [
        'check.value(f(2), 4.0, "f(2)")',
        "rng = seeds.rng()",
        "secret = 7",
        "if rng:",
    ]
