"""The points in headings and in the table at the top are those of the graded cells, or a line says which are not."""

import nbformat
import pytest
import tiny_course
from nbformat.v4 import new_markdown_cell, new_notebook

from autograder.stated_points import problems


def about(*parts):
    """parts: texts, and the points of graded cells."""
    cells = [
        tiny_course.cell(f"test-{number}", "pass", points=part, locked=True)
        if isinstance(part, int | float)
        else new_markdown_cell(part)
        for number, part in enumerate(parts)
    ]
    return list(problems(new_notebook(cells=cells)))


FINE = {
    "one cell": ("### Task 1 (2 points)", 2),
    "two cells": ("### Task 1 (2.5 points, one of them by hand)", "### Hints", 1.5, "#### More hints", 1),
    "task and question": ("### Task 1 (2 points)", 2, "### Question", 1),
    "one point": ("### Question (1 point, read by a person)", 1),
    "part and task": ("## Part 1 (3 points)", "### Task 1 (1 point)", 1, "### Task 2 (2 points)", 2, "## Part 2", 5),
    "many headings in a text": ("# Stage\n## Part 1\n### Task 1 (2 points)\ntext (5 points)\n", 2),
    "nothing stated": ("### Task 1", 2, "- one point is for the loss\n- 3. equal points. (2 points have distance 0)"),
    "in a block of code": ("```\n# f (7 points)\n| total | 9 |\n```", 2),
    "total": ("| part | points |\n|---|---|\n| 1 | 2 |\n| **together** | **2.0** |", 2),
    "total of another table": ("| total |\n|---|\n| 30 |\n\n| total images | 5000 |", 2),
    "no point": ("### Task 1 (0 points)", 0),
}


@pytest.mark.parametrize("parts", FINE.values(), ids=FINE)
def test_fine(parts):
    assert about(*parts) == []


WRONG = {
    "another number": (
        ("### Task 4.1 `sgd` (1 point)", 2),
        "the heading 'Task 4.1 `sgd` (1 point)' says 1 point; test-1 has 2",
    ),
    "sum": (("### Task (2 points)", 2, 1), "the heading 'Task (2 points)' says 2 points; test-1, test-2 have 3"),
    "cell that is not graded": (
        ("### Task 1 (2 points)", "### Task 2 (1 point)", 1),
        "the heading 'Task 1 (2 points)' says 2 points; there is no graded cell below it",
    ),
    "part": (
        ("## Part (4 points)", "### Task (1 point)", 1, "## Part (1 point)", 1),
        "the heading 'Part (4 points)' says 4 points; test-2 has 1",
    ),
    "a higher heading ends it": (
        ("### Task (1 point)", 1, "## Part 2", 1, "### Task (2 points)", 1),
        "the heading 'Task (2 points)' says 2 points; test-5 has 1",
    ),
    "total": (("| | together | 24 |", 20, 7), "the table says 24 points together; the graded cells have 27"),
}


@pytest.mark.parametrize(("parts", "said"), WRONG.values(), ids=WRONG)
def test_wrong(parts, said):
    assert about(*parts) == [said]


def test_five_stages_say_their_points():
    """And each says a total, so that the check has something to hold."""
    paths = list(tiny_course.CHECKOUT.glob("source/*/*.ipynb"))
    for path in paths:
        notebook = nbformat.read(path, as_version=4)
        assert list(problems(notebook)) == []
        notebook.cells[0].source = notebook.cells[0].source.replace("| | together | ", "| | together | 9")
        (said,) = problems(notebook)
        assert said.startswith("the table says 9")
    assert len(paths) == 5
