"""From an executed notebook to points and a message for each graded cell."""

import math
import re

from nbgrader.utils import is_solution

from .execution import OVER_TIME
from .result import CellScore

ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b.?")
LONGEST_MESSAGE = 2000


def plain(text, limit=LONGEST_MESSAGE):
    """Text from a submission, fit for a terminal, a page or a file: no escape codes, no control characters."""
    text = ANSI.sub("", str(text))
    text = "".join(c if c == "\n" or c.isprintable() else " " for c in text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def score_cells(notebook, assignment):
    """{grade_id: CellScore} of an executed, sanitised notebook, in the order of the source.

    A test cell that raised nothing has all its points; what was printed, to stdout or stderr, plays no role. A test
    cell whose last line is a number gives that many points (nbgrader's partial credit).
    """
    cells = {
        cell.metadata.nbgrader.grade_id: cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") in assignment.points
    }
    broken = _first_broken_cell(notebook)
    scores = {}
    for grade_id, points in assignment.points.items():
        cell = cells[grade_id]
        if grade_id in assignment.answers:
            scores[grade_id] = _answer(cell, points, assignment.release_cells[grade_id])
        else:
            scores[grade_id] = _test(cell, points, broken)
    return scores


def _answer(cell, points, released):
    if cell.source.strip() in ("", released.source.strip()):
        return CellScore(0.0, points, False, "no answer was written")
    return CellScore(None, points, None, "waits to be read by a person")


def _test(cell, points, broken):
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if errors:
        # A cell that was stopped also shows the KeyboardInterrupt that stopped it; the limit is the reason.
        reason = next((error for error in errors if error.ename == OVER_TIME), errors[0])
        return CellScore(0.0, points, False, plain(_message(reason, broken)))
    for output in cell.outputs:
        if output.output_type == "execute_result":
            return _partial(output, points)
    return CellScore(points, points, True, "all checks pass")


def _partial(output, points):
    shown = output.get("data", {}).get("text/plain", "")
    try:
        score = float("".join(shown))
    except ValueError:
        return CellScore(points, points, True, "all checks pass")
    if not (math.isfinite(score) and 0 <= score <= points):
        return CellScore(0.0, points, False, f"the test gave an impossible score ({score:g}); ask the instructor")
    return CellScore(score, points, score == points, f"{score:g} of {points:g} points")


def _message(output, broken):
    name, text = output.ename, output.evalue
    if name == "CheckFailed":
        return text
    if name == "NotImplementedError":
        return f"{text} is not written yet" if text.startswith("Task ") else "not written yet"
    if name in (OVER_TIME, "DeadKernelError"):
        return text
    if name == "NameError" and broken:
        return f"{text}, because an earlier cell stopped: {broken}"
    return f"{name}: {text}" if text else name


def _first_broken_cell(notebook):
    """A line about the first cell of the student's that raised something other than a stub's error, or ""."""
    for cell in notebook.cells:
        marks = cell.metadata.get("nbgrader")
        if cell.cell_type != "code" or (marks and not is_solution(cell)):
            continue
        for output in cell.outputs:
            if output.output_type == "error" and output.ename != "NotImplementedError":
                where = f" in cell {marks['grade_id']}" if marks else ""
                return f"{output.ename}{where}: {output.evalue}"
    return ""
