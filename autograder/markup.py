"""Faults in how the instructor marked up a source notebook, with the cell: nbgrader stops at some without naming it,
and does not see others. A misspelt `BEGIN HIDDEN TESTS` would hand out the tests.
"""

import ast
import difflib
import math
import re
from collections import Counter

from nbgrader.utils import is_grade, is_solution, is_task

from .hidden import hidden_and_end, without_hidden
from .text import one_line

# {kind: text}: a line that has it in it is a mark, in nbgrader and here.
BEGIN = {"solution": "BEGIN SOLUTION", "hidden test": "BEGIN HIDDEN TESTS"}
END = {"solution": "END SOLUTION", "hidden test": "END HIDDEN TESTS"}
TYPES = {"solution": (is_solution, "Autograded answer"), "hidden test": (is_grade, "Autograded tests")}

# A comment that begins like a mark, or is as near to one as that, is meant as one.
BEGINS_LIKE_A_MARK = re.compile(r"(BEGIN|END)[\W_]*(SOLUTION|HIDDEN[\W_]*TESTS?)\b", re.IGNORECASE)
NEAR = 0.9
ID = re.compile(r"[A-Za-z0-9_-]+")


def label(cell, number):
    """What to call a cell: by its ID, or by its place in the notebook, from 1, and its first words."""
    marks = cell.metadata.get("nbgrader")
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    return f"cell {grade_id}" if grade_id else f"cell {number} ({one_line(cell.source, 40) or 'empty'})"


def labelled(notebook):
    """(label, cell) of all cells of a notebook."""
    return [(label(cell, number), cell) for number, cell in enumerate(notebook.cells, start=1)]


def faults(notebook):
    """Lines about a source notebook: the cell, what is wrong with its marks, and what to do."""
    for where, cell in labelled(notebook):
        yield from (f"{where}: {fault}" for fault in _cell_faults(cell))
    ids = [cell.metadata.nbgrader.get("grade_id") for cell in notebook.cells if _is_marked(cell)]
    counts = Counter(name for name in ids if isinstance(name, str))
    yield from (f"{count} cells have the ID {name}; give each its own" for name, count in counts.items() if count > 1)


def _cell_faults(cell):
    if "nbgrader" in cell.metadata and not isinstance(cell.metadata.nbgrader, dict):
        return ["its nbgrader metadata is not a table; take it out, and set the cell's type again"]
    # Where a line is meant as a mark, what is wrong with the others follows from it.
    return [*_metadata(cell), *(list(_misspelt(cell)) or [*_regions(cell), *_halves(cell)])]


def _is_marked(cell):
    marks = cell.metadata.get("nbgrader")
    return isinstance(marks, dict) and any(marks.get(key) for key in ("grade", "solution", "locked", "task"))


def _metadata(cell):
    if not _is_marked(cell):
        return
    grade_id = cell.metadata.nbgrader.get("grade_id")
    if not (isinstance(grade_id, str) and ID.fullmatch(grade_id)):
        yield f"its ID is {grade_id!r}; give it one of letters, digits, - and _, as in task-2-3"
    if is_task(cell):
        yield "it is a 'Manually graded task', which is not supported; make it a 'Manually graded answer'"
    elif is_grade(cell):
        points = cell.metadata.nbgrader.get("points")
        number = isinstance(points, int | float) and not isinstance(points, bool)
        if not (number and math.isfinite(points) and points >= 0):
            found = "has no points" if points is None else f"has {points!r} points"
            yield f"it is graded and {found}; give it a number of points, 0 or more"


def _misspelt(cell):
    """Comments that nbgrader passes over, though they are meant as marks."""
    if cell.cell_type != "code" and not is_solution(cell):
        return
    for number, line in enumerate(cell.source.split("\n"), start=1):
        meant = _meant(line)
        if meant and not any(mark in line for mark in (*BEGIN.values(), *END.values())):
            yield f"line {number}, `{line.strip()}`, is no mark; write `### {meant}`, or word it differently"


def _meant(line):
    """The mark that a comment is meant as, or None."""
    comment = line.strip()
    if not comment.startswith("#"):
        return None
    text = comment.lstrip("# \t")
    marks = (*BEGIN.values(), *END.values())
    if like := BEGINS_LIKE_A_MARK.match(text):
        return next(mark for mark in marks if (mark[0], "HID" in mark) == (like[1][0].upper(), like[2][0] in "Hh"))
    letters = {mark.replace(" ", ""): mark for mark in marks}
    near = difflib.get_close_matches(re.sub(r"[\W_]", "", text).upper(), letters, n=1, cutoff=NEAR)
    return letters[near[0]] if near else None


def _regions(cell):
    """Marks in a cell of another type, and those without their other half: nbgrader stops there, or cuts too little."""
    for kind, (belongs, type_name) in TYPES.items():
        begin, end, since = BEGIN[kind], END[kind], None
        for number, line in enumerate(cell.source.split("\n"), start=1):
            if begin not in line and end not in line:
                continue
            if not belongs(cell):
                yield (
                    f"line {number} has `{begin if begin in line else end}` in it, which belongs in a cell of the type "
                    f"'{type_name}'; give the cell that type, or word the line differently"
                )
                break
            if begin in line and since is not None:
                yield f"line {number} has `{begin}` again; put `### {end}` before it, for the one in line {since}"
                break
            if begin not in line and since is None:
                yield f"line {number} has `{end}` without a `### {begin}` above it"
                break
            since = number if begin in line else None
        else:
            if since is not None:
                yield f"`{begin}` in line {since} has no end; put `### {end}` behind the last line of the {kind}"


def _halves(cell):
    """Hidden tests that are no whole statements: students would have half a block, and `mutants` the other half."""
    if cell.cell_type != "code" or BEGIN["hidden test"] not in cell.source or not _is_python(cell.source):
        return
    halves = {"what stands outside of its hidden tests": without_hidden, "its hidden tests": hidden_and_end}
    for name, half in halves.items():
        if not _is_python(half(cell.source)):
            yield (
                f"{name} cannot be read apart from the rest; put the marks at the left margin, between whole "
                "statements, and open a block that both halves need a second time: docs/tests.md, Visible and hidden"
            )
            break


def _is_python(source):
    try:
        ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
