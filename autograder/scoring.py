"""From an executed notebook to points and a message for each graded cell."""

import builtins
import math
import re

from nbgrader.utils import is_solution

from .execution import DEAD, LOST, OVER_TIME
from .hidden import hidden_lines, raised_in_hidden_part
from .result import CellScore
from .text import one_line, plain

NUMBER = re.compile(r"(?:np\.\w+\()?([^()]*)\)?")
OURS = (OVER_TIME, DEAD, LOST)


def score_cells(notebook, assignment):
    """{grade_id: CellScore} of an executed, sanitised notebook, in the order of the source.

    A test cell that raised nothing has all its points; what was printed, to stdout or stderr, plays no role. A test
    cell whose last line is a number gives that many points (nbgrader's partial credit).
    """
    secret = hidden_lines(assignment.source)
    scores, broken = {}, ""
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in assignment.answers:
            scores[grade_id] = _answer(cell, assignment.points[grade_id], assignment.release_cells[grade_id])
        elif grade_id in assignment.points:
            score = _test(cell, assignment.points[grade_id], broken)
            scores[grade_id] = _without(score, secret)
        broken = broken or _broken(cell)
    return {grade_id: scores[grade_id] for grade_id in assignment.points}


def _answer(cell, points, released):
    if cell.source.strip() in ("", released.source.strip()):
        return CellScore(0.0, points, False, "no answer was written")
    return CellScore(None, points, None, "waits to be read by a person")


def _test(cell, points, broken):
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if errors:
        # A cell that was stopped also shows the KeyboardInterrupt that stopped it; the limit is the reason.
        reason = next((error for error in errors if error.ename in OURS), errors[0])
        return CellScore(0.0, points, False, plain(_message(reason, cell, broken)))
    results = [output for output in cell.outputs if output.output_type == "execute_result"]
    # The result of the cell's own last line comes last.
    return _partial(results[-1], points) if results else CellScore(points, points, True, "all checks pass")


def _partial(output, points):
    try:
        score = float(NUMBER.fullmatch(output.data.get("text/plain", ""))[1])
    except (ValueError, TypeError):
        return CellScore(points, points, True, "all checks pass")
    if not (math.isfinite(score) and 0 <= score <= points):
        return CellScore(0.0, points, False, f"the test gave an impossible score ({score:g}); ask the instructor")
    return CellScore(score, points, score == points, f"{score:g} of {points:g} points")


def _message(output, cell, broken):
    name, text = output.ename, output.evalue
    if name == "CheckFailed" or name in OURS:
        return text
    if name == "NotImplementedError":
        return f"{text} is not written yet" if text.startswith("Task ") else "not written yet"
    if name == "NameError" and broken:
        return f"{text}, because an earlier cell stopped: {broken}"
    if raised_in_hidden_part(output, cell):
        known = name if isinstance(getattr(builtins, name, None), type) else "an error"
        return f"{known} in a hidden check, at inputs other than the visible ones"
    return f"{name}: {text}" if text else name


def _broken(cell):
    """A line about a cell of the student's that raised something other than a stub's error, or ""."""
    marks = cell.metadata.get("nbgrader")
    if cell.cell_type == "code" and (not marks or is_solution(cell)):
        for output in cell.outputs:
            if output.output_type == "error" and output.ename != "NotImplementedError":
                where = f" in cell {marks['grade_id']}" if marks else ""
                return f"{output.ename}{where}: {one_line(output.evalue)}"
    return ""


def _without(score, secret):
    """The score, its message replaced when a line of a hidden test stands in it."""
    if any(line in score.message for line in secret):
        return CellScore(score.score, score.max_score, score.passed, "a hidden check failed")
    return score
