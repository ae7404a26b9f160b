"""Is a stage fit to be handed out? The source must score everything, and the untouched release nothing."""

from . import stated_points
from .assignment import Assignment
from .grading import grade
from .release import make_release
from .result import GRADED
from .scoring import ASK
from .splitting import reasons


def problems(course, stage):
    """Lines about what is wrong with a stage; none when it is fit. Raises CourseError when it cannot be tried."""
    assignment = Assignment.load(course, stage)
    found = []
    if make_release(course, stage) != assignment.release_bytes:
        found.append(f"release/{stage} differs from what the source gives; run: autograder release {stage}")
    found.extend(reasons(assignment.source))
    found.extend(stated_points.problems(assignment.source))
    # What runs is the instructor's own, so a missing layer of the sandbox is no reason not to.
    full = grade(assignment, assignment.source_bytes, unsafe_no_sandbox=True)
    if full.status != GRADED:
        return [*found, f"the source is not accepted: {full.error}"]
    for grade_id, cell in full.cells.items():
        if cell.score is not None and cell.score < cell.max_score:
            message = cell.message.replace(ASK, "")
            found.append(f"{grade_id}: the source scores {cell.score:g} of {cell.max_score:g}: {message}")
    empty = grade(assignment, assignment.release_bytes, unsafe_no_sandbox=True)
    for grade_id, cell in empty.cells.items():
        if cell.score != 0:
            scores = "waits for a person" if cell.score is None else f"scores {cell.score:g} of {cell.max_score:g}"
            found.append(f"{grade_id}: the untouched release {scores}")
    return found
