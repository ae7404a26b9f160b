"""From what came of the tests to points and a message for each graded cell."""

import builtins
import math
import numbers
import re

import numpy as np
from nbgrader.utils import is_solution

from flatgrad.verdict import Points

from .cellnames import names_of, place_of
from .restoration import NO_CELL
from .result import CellScore
from .text import one_line, plain

TEST_FAULTS = ("NotSplittable", "TestFault")
# To a student, behind what is the test's own fault.
ASK = "; ask the instructor"
# The name that IPython gives to a cell, in the text of a SyntaxError.
IN_CELL = re.compile(r"<ipython-input-[^<>]*>, ")
UNDEFINED = re.compile(r"name '(\w+)' is not defined")
STUB = re.compile(r"Task \d{1,2}\.\d{1,2}", re.ASCII)


def score_cells(notebook, assignment, outcomes):
    """{grade_id: CellScore} of a notebook that was run, in the order of the source. outcomes: {grade_id: Outcome}.

    A test cell that raised nothing has all its points; what was printed, to stdout or stderr, plays no role. A test
    cell whose last line is a number gives that many points (nbgrader's partial credit).
    """
    secret = assignment.hidden_lines
    missing = _missing(notebook, assignment)
    scores, broken, tested = {}, "", False
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in assignment.answers:
            scores[grade_id] = _answer(cell, assignment.points[grade_id], assignment.release_cells[grade_id])
        elif grade_id in assignment.points:
            score = test_score(outcomes[grade_id], assignment.points[grade_id], broken, missing)
            scores[grade_id] = _without(score, secret)
            tested = True
        broken = broken or _broken(cell, tested)
    return {grade_id: scores[grade_id] for grade_id in assignment.points}


def _answer(cell, points, released):
    if cell.source.strip() in ("", released.source.strip()):
        return CellScore(0.0, points, False, "no answer was written")
    return CellScore(None, points, None, "waits to be read by a person")


def _missing(notebook, assignment):
    """{name: grade_id} of what the solution cells would define that the notebook does not have."""
    there = {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells}
    gone = [name for name in assignment.source_cells if name not in there]
    return {name: grade_id for grade_id in gone for name in names_of(assignment.source_cells[grade_id].source)[0]}


def test_score(outcome, points, broken="", missing=None):
    """The CellScore of an Outcome. broken: what is known of an earlier cell that stopped. missing: see `_missing`."""
    if outcome.error:
        message = IN_CELL.sub("", plain(_message(outcome, broken, missing or {})))
        return CellScore(0.0, points, False, message or "a check failed")
    value = outcome.value
    if value is None:
        return CellScore(points, points, True, "all checks pass")
    return _partial(value, points)


def _partial(value, points):
    """The points that the last line of a test gives. What is no number of points is the instructor's mistake."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, numbers.Real):
        return CellScore(0.0, points, False, f"the test ends with something that is no score{ASK}")
    try:
        score = float(value)
    except OverflowError:
        score = math.inf
    if not (math.isfinite(score) and 0 <= score <= points):
        return CellScore(0.0, points, False, f"the test gave an impossible score ({score:g}){ASK}")
    message = "all checks pass" if score == points else f"{score:g} of {points:g} points"
    if isinstance(value, Points) and value.message:
        message = f"{plain(value.message)}\n{message}"
    return CellScore(score, points, score == points, message)


def _message(outcome, broken, missing):
    name, text = outcome.error, outcome.text
    if outcome.ours:
        return text
    if name == "NotImplementedError":
        return f"{text} is not written yet" if STUB.fullmatch(text) else "not written yet"
    if name in TEST_FAULTS and not outcome.students:
        return f"the test cannot be run ({text}){ASK}"
    if name == "NameError" and (undefined := UNDEFINED.match(text)) and undefined[1] in missing:
        return f"{text}: {NO_CELL.format(missing[undefined[1]])}"
    if name == "NameError" and broken and not outcome.students:
        return f"{text}, because an earlier cell stopped: {broken}"
    if outcome.hidden:
        known = name if isinstance(getattr(builtins, name, None), type) else "an error"
        return f"{known} in a hidden check, at inputs other than the visible ones"
    return f"{name}: {text}" if text else name


def _broken(cell, tested):
    """A line about a cell of the student's that raised something other than a stub's error, or "".

    tested: a hidden test has run before, so that the error's text may hold what the test called student code with.
    """
    marks = cell.metadata.get("nbgrader")
    if cell.cell_type == "code" and (not marks or is_solution(cell)):
        for output in cell.outputs:
            if output.output_type == "error" and output.ename != "NotImplementedError":
                where = f" in {place_of(cell)}"
                known = isinstance(getattr(builtins, output.ename, None), type)
                if tested:
                    return f"{output.ename if known else 'an error'}{where}"
                return f"{output.ename}{where}: {one_line(output.evalue)}"
    return ""


def _without(score, secret):
    """The score, its message replaced when a line of a hidden test stands in it."""
    if any(line in score.message for line in secret):
        return CellScore(score.score, score.max_score, score.passed, "a hidden check failed")
    return score
