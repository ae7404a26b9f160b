"""What an instructor mistyped in the marks of a notebook is named with its cell, before nbgrader stops or misses it."""

import nbformat
import pytest
import tiny_course
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.markup import faults, label

SOLUTION = ("### BEGIN SOLUTION", "### END SOLUTION")
HIDDEN = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")


def about(*cells):
    return list(faults(new_notebook(cells=list(cells))))


def solution(*lines):
    return about(tiny_course.cell("task-1-1", "\n".join(lines), solution=True))


def hidden(*lines):
    return about(tiny_course.cell("test-1-1", "\n".join(lines), points=1, locked=True))


def test_five_stages_and_the_tiny_one_have_no_fault():
    for path in tiny_course.CHECKOUT.glob("source/*/*.ipynb"):
        assert list(faults(nbformat.read(path, as_version=4))) == []
    assert list(faults(tiny_course.source())) == []


def test_cells_are_called_what_an_instructor_knows_them_by():
    assert label(tiny_course.cell("test-1-1", "pass", points=1), 3) == "cell test-1-1"
    assert label(new_code_cell("\nimport numpy as np\nx = 1"), 3) == "cell 3 (import numpy as np)"
    assert label(new_code_cell("y" * 99), 3) == f"cell 3 ({'y' * 39}…)"
    assert label(new_markdown_cell(""), 3) == "cell 3 (empty)"


MEANT = {
    "### begin solution": "BEGIN SOLUTION",
    "    ###BEGIN  SOLUTION": "BEGIN SOLUTION",
    "# Begin Solution (part 2)": "BEGIN SOLUTION",
    "### BEGINSOLUTION": "BEGIN SOLUTION",
    "### BEGIN_SOLUTION": "BEGIN SOLUTION",
    "### BEGIN SOLUTON": "BEGIN SOLUTION",
    "### BEGING SOLUTION": "BEGIN SOLUTION",
    "### End Solution": "END SOLUTION",
    "### ENDE SOLUTION": "END SOLUTION",
    "### BEGIN HIDDEN TEST": "BEGIN HIDDEN TESTS",
    "### begin hidden tests": "BEGIN HIDDEN TESTS",
    "### BEGIN HIDEN TESTS": "BEGIN HIDDEN TESTS",
    "### END HIDDEN-TESTS": "END HIDDEN TESTS",
}


@pytest.mark.parametrize("line", MEANT)
def test_misspelt_mark(line):
    said = f"cell task-1-1: line 2, `{line.strip()}`, is no mark; write `### {MEANT[line]}`, or word it differently"
    assert solution("def f():", line, "    return 1") == [said]
    # Also where nobody marked the cell: what should be hidden would be handed out.
    assert about(new_code_cell(f"x\n{line}")) == [said.replace("task-1-1", "1 (x)")]


@pytest.mark.parametrize(
    "line",
    [
        *("# the solution ends here", "# hidden tests", "# a solution", "# begin with the solution of x = 1"),
        *("# end of the hidden layer", "begin_solution = 1", 'text = "begin solution"', "# beginning", "###"),
    ],
)
def test_ordinary_lines(line):
    assert solution("def f():", line, "    return 1") == []


@pytest.mark.parametrize("mark", ["## BEGIN SOLUTION", "#BEGIN SOLUTION", "    # BEGIN SOLUTION of f"])
def test_mark_in_another_form_that_nbgrader_takes(mark):
    assert solution("def f():", mark, "    return 1", "# END SOLUTION") == []


def test_text_of_a_manual_answer_has_marks_too():
    cell = tiny_course.cell("answer-1", "### Begin solution\nyes", code=False, points=1, solution=True)
    assert about(cell) == [
        "cell answer-1: line 1, `### Begin solution`, is no mark; write `### BEGIN SOLUTION`, or word it differently"
    ]
    assert about(new_markdown_cell("### Begin solution")) == []


REGIONS = {
    "no end": (
        ("def f():", SOLUTION[0], "    return 1"),
        "`BEGIN SOLUTION` in line 2 has no end; put `### END SOLUTION` behind the last line of the solution",
    ),
    "no begin": (
        ("def f():", "    return 1", SOLUTION[1]),
        "line 3 has `END SOLUTION` without a `### BEGIN SOLUTION` above it",
    ),
    "begin twice": (
        ("def f():", SOLUTION[0], "    x = 1", SOLUTION[0], "    return x", SOLUTION[1]),
        "line 4 has `BEGIN SOLUTION` again; put `### END SOLUTION` before it, for the one in line 2",
    ),
    "the other kind": (
        HIDDEN,
        "line 1 has `BEGIN HIDDEN TESTS` in it, which belongs in a cell of the type 'Autograded tests'; "
        "give the cell that type, or word the line differently",
    ),
}


@pytest.mark.parametrize(("lines", "said"), REGIONS.values(), ids=REGIONS)
def test_marks_without_their_other_half_or_in_another_cell(lines, said):
    assert solution(*lines) == [f"cell task-1-1: {said}"]


def test_two_solutions_in_a_cell():
    assert solution("x = 1", *SOLUTION, "y = 1", *SOLUTION) == []


def test_hidden_tests_are_whole_statements():
    visible, inside = "with part('a', 1):\n    check(1)", "    check(2)"
    said = (
        "cell test-1-1: its hidden tests cannot be read apart from the rest; put the marks at the left margin, between "
        "whole statements, and open a block that both halves need a second time: docs/tests.md, Visible and hidden"
    )
    assert hidden(visible, f"    {HIDDEN[0]}", inside, f"    {HIDDEN[1]}") == [said]
    assert hidden(visible, HIDDEN[0], inside, HIDDEN[1], "points()") == [said]
    bare = hidden("with part('a', 1):", HIDDEN[0], inside, HIDDEN[1])
    assert bare == [said.replace("its hidden tests cannot", "what stands outside of its hidden tests cannot")]
    assert hidden(visible, HIDDEN[0], "with part('a', 1):", inside, "points()", HIDDEN[1]) == []
    # A mark may be indented where the halves are whole.
    assert hidden(visible, f"    {HIDDEN[0]}", "points()", HIDDEN[1]) == []


def test_what_is_no_python_at_all_is_left_to_others():
    assert hidden("%time f()", HIDDEN[0], "    x", HIDDEN[1]) == []


POINTS = {
    "none": (None, "has no points"),
    "below 0": (-1, "has -1 points"),
    "text": ("2", "has '2' points"),
    "not a number": (float("nan"), "has nan points"),
    "true": (True, "has True points"),
}


@pytest.mark.parametrize(("points", "said"), POINTS.values(), ids=POINTS)
def test_points_of_no_use(points, said):
    cell = tiny_course.cell("test-1-1", "pass", points=1, locked=True)
    cell.metadata.nbgrader["points"] = points
    assert about(cell) == [f"cell test-1-1: it is graded and {said}; give it a number of points, 0 or more"]


@pytest.mark.parametrize("grade_id", ["", None, "task 1", 7])
def test_id_of_no_use(grade_id):
    cell = tiny_course.cell("test-1-1", "pass", points=1, locked=True)
    cell.metadata.nbgrader["grade_id"] = grade_id
    (said,) = about(cell)
    assert said.endswith(f"its ID is {grade_id!r}; give it one of letters, digits, - and _, as in task-2-3")


def test_ids_that_are_there_twice():
    cells = [tiny_course.cell("test-1-1", "pass", points=1, locked=True) for _ in range(2)]
    cells[1].id = "other"
    assert about(*cells) == ["2 cells have the ID test-1-1; give each its own"]


def test_an_id_that_is_no_text():
    cell = tiny_course.cell("test-1-1", "pass", points=1, locked=True)
    cell.metadata.nbgrader["grade_id"] = ["a"]
    (line,) = about(cell)
    assert "its ID is ['a']; give it one of letters" in line


def test_manually_graded_task():
    cell = tiny_course.cell("task-1-1", "Draw it.", code=False, points=1)
    cell.metadata.nbgrader.update(task=True, grade=False)
    assert about(cell) == [
        "cell task-1-1: it is a 'Manually graded task', which is not supported; make it a 'Manually graded answer'"
    ]


def test_metadata_that_is_no_table():
    cell = new_code_cell("x = 1", metadata={"nbgrader": [1]})
    assert about(cell) == [
        "cell 1 (x = 1): its nbgrader metadata is not a table; take it out, and set the cell's type again"
    ]
