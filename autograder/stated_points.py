"""The points that a notebook's texts promise, held against those of its graded cells."""

import re

from nbgrader.utils import is_grade

from .text import counted, one_line

HEADING = re.compile(r"(#{1,6})\s+(.*)")
STATED = re.compile(r"\(\s*(\d+(?:\.\d+)?)\s+points?\b[^()]*\)", re.IGNORECASE)
# The last row of a table of points: | | together | 24 |
TOTAL = re.compile(
    r"\|[\s|*]*(?:together|total|sum|altogether|in all|all)[\s|*:]*\|[\s*]*(\d+(?:\.\d+)?)[\s*|]*", re.IGNORECASE
)
FENCES = ("```", "~~~")


def problems(notebook):
    """Lines about headings with "(2 points)", and a table's total, that say other points than the graded cells have.

    A heading speaks of the cells below it, up to the next of its level or of a higher one. One of its level that states
    no points ("Hints") may stand before them.
    """
    parts = [part for cell in notebook.cells for part in (*_headings(cell), *_graded(cell))]
    for place, (level, title, stated) in enumerate(parts):
        if level and stated is not None:
            cells = _below(parts[place + 1 :], level)
            if sum(cells.values()) != stated or not cells:
                yield f"the heading {one_line(title, 80)!r} says {counted(stated, 'point')}; {_told(cells)}"
    together = sum(points for level, _, points in parts if not level)
    for stated in _totals(notebook):
        if stated != together:
            yield f"the table says {counted(stated, 'point')} together; the graded cells have {together:g}"


def _below(parts, level):
    """{grade_id: points} of the graded cells that a heading of a level speaks of. parts: what comes below it."""
    cells = {}
    for other, name, points in parts:
        if not other:
            cells[name] = points
        elif other < level or (other == level and (cells or points is not None)):
            break
    return cells


def _told(cells):
    if not cells:
        return "there is no graded cell below it"
    return f"{', '.join(cells)} {'has' if len(cells) == 1 else 'have'} {sum(cells.values()):g}"


def _headings(cell):
    """(level, title, points that it states or None) of the headings in a cell."""
    for match in filter(None, map(HEADING.match, _lines(cell))):
        stated = STATED.search(match[2])
        yield len(match[1]), match[2], float(stated[1]) if stated else None


def _graded(cell):
    """(0, grade_id, points) of a graded cell."""
    if is_grade(cell):
        yield 0, cell.metadata.nbgrader.grade_id, float(cell.metadata.nbgrader.points)


def _totals(notebook):
    found = (TOTAL.fullmatch(line.strip()) for cell in notebook.cells for line in _lines(cell))
    return [float(match[1]) for match in found if match]


def _lines(cell):
    """The lines of a Markdown text outside of its blocks of code."""
    inside = False
    for line in cell.source.split("\n") if cell.cell_type == "markdown" else ():
        if line.lstrip().startswith(FENCES):
            inside = not inside
        elif not inside:
            yield line
