"""Grade one submission: a pure function from bytes to a Result. Everything that grades a class maps it."""

import time
from collections import Counter
from dataclasses import replace

import nbformat

from .demonstrations import superfluous
from .identity import submission_digest
from .inert import MOST_SHOWN, as_code, inert
from .outputs import quieten
from .result import GRADED, Result
from .scoring import score_cells
from .session import servers
from .session.errors import Stopped
from .session.notebook import Run, show_outcome
from .session.server import ServerGone
from .submission import Rejected, read

# Characters of a student's in one notebook: of Markdown read as such, of all text that is shown, of code that is.
# Beyond, a page takes minutes, and nobody reads it.
MOST_MARKDOWN, MOST_TEXT, MOST_CODE = 50_000, 500_000, 300_000
FIRST_WORDS = 200


def grade(assignment, submission_bytes, limits=None, unsafe_no_sandbox=False):
    """Grade a submission and return its Result.

    assignment: an Assignment. submission_bytes: the file as handed in. limits: Limits; the stage's own by default.
    unsafe_no_sandbox: go on with the layers of the sandbox that there are, when some are missing.
    Never raises for anything a submission can contain. Raises CourseError when student code cannot be confined.
    """
    limits = assignment.limits if limits is None else limits
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        notebook, notes = read(submission_bytes, assignment, limits)
    except Rejected as reason:
        return replace(Result.rejected(assignment, str(reason)), submission=submission_digest(submission_bytes))
    run = _run(assignment, notebook, submission_bytes, limits, unsafe_no_sandbox)
    cells = score_cells(notebook, assignment, run.outcomes)
    for cell in notebook.cells:
        if cell.id in run.outcomes:
            show_outcome(cell, cells[cell.id], run.outcomes[cell.id].printed)
    _quieten(notebook, assignment)
    return Result(
        GRADED,
        sum(cell.score or 0.0 for cell in cells.values()),
        assignment.max_score,
        cells=cells,
        layers=run.layers,
        wall_s=time.perf_counter() - wall,
        cpu_s=time.process_time() - cpu + run.used["cpu_s"],
        notes=tuple(notes),
        notebook=nbformat.writes(notebook),
        submission=submission_digest(submission_bytes),
    )


def _run(assignment, notebook, submission_bytes, limits, unsafe_no_sandbox):
    """Run a notebook. When its process, or the server, is killed from outside it is run once more: that was not the
    student's doing, or else it happens again.
    """
    for again in (True, False):
        server = servers.current(unsafe_no_sandbox)
        try:
            run = Run(
                server,
                notebook,
                limits,
                assignment.secret,
                submission_bytes,
                skip=superfluous(notebook),
                lendable=assignment.asked_for,
            )
        except (Stopped, ServerGone):
            if not again:
                raise
            continue
        if not server.alive():
            if not again:
                raise ServerGone("the fork server died, twice")
        elif not run.killed:
            break
    return run


def _quieten(notebook, assignment):
    """Leave nothing of a student's in a graded notebook that could act in a browser, or stop it."""
    ours = _texts(assignment.source) | _texts(assignment.release)
    names = [grade_id + more for grade_id in assignment.source_cells for more in ("", "-comment", "_extra_credit")]
    text = code = 0
    for cell in notebook.cells:
        kind = (cell.cell_type, cell.source)
        if ours[kind] > 0:
            ours[kind] -= 1
        elif cell.cell_type == "code":
            code += len(cell.source)
            if code > MOST_CODE:
                cell.source = f"{cell.source[:FIRST_WORDS]}\n# (too much code to show: the rest is in the submission)"
        else:
            text += len(cell.source)
            if cell.cell_type == "markdown" and text <= MOST_MARKDOWN:
                cell.source = inert(cell.source, names)
            else:
                # A raw cell would be taken for HTML.
                cell.cell_type = "markdown"
                cell.source = as_code(cell.source, MOST_SHOWN if text <= MOST_TEXT else FIRST_WORDS)
    quieten(notebook)


def _texts(notebook):
    """How often a notebook has each (kind of cell, text)."""
    return Counter((cell.cell_type, cell.source) for cell in notebook.cells)
