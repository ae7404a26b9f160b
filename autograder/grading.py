"""Grade one submission: a pure function from bytes to a Result. Everything that grades a class maps it."""

import resource
import time

import nbformat

from .demonstrations import superfluous
from .execution import execute
from .result import GRADED, Result
from .scoring import score_cells
from .submission import Rejected, read


def grade(assignment, submission_bytes, limits=None):
    """Grade a submission and return its Result.

    assignment: an Assignment. submission_bytes: the file as handed in. limits: Limits; the stage's own by default.
    Never raises for anything a submission can contain.
    """
    limits = assignment.limits if limits is None else limits
    wall, cpu = time.perf_counter(), _cpu_seconds()
    try:
        notebook, notes = read(submission_bytes, assignment, limits)
    except Rejected as reason:
        return Result.rejected(assignment, str(reason))
    execute(notebook, limits, skip=superfluous(notebook))
    cells = score_cells(notebook, assignment)
    return Result(
        GRADED,
        sum(cell.score or 0.0 for cell in cells.values()),
        assignment.max_score,
        cells=cells,
        wall_s=time.perf_counter() - wall,
        cpu_s=_cpu_seconds() - cpu,
        notes=tuple(notes),
        notebook=nbformat.writes(notebook),
    )


def _cpu_seconds():
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
