"""The CPU time of a notebook's cells by themselves: no kernel, no sandbox, no second process, nothing stored."""

import contextlib
import io
import time
import warnings

import matplotlib
import numpy as np

from ..demonstrations import superfluous
from ..submission import read


def own_seconds(assignment, submission_bytes, demonstrations):
    """Seconds of CPU that the code cells of a submission take as plain Python, tests included.

    demonstrations: whether to run those that grading can leave out; stock nbgrader runs them.
    """
    notebook, _ = read(submission_bytes, assignment, assignment.limits)
    left_out = [] if demonstrations else [id(cell) for cell in superfluous(notebook)]
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "code" and id(cell) not in left_out]
    matplotlib.use("Agg")
    codes = [compile(text, "<cell>", "exec") for text in texts]
    space = {"__name__": "__main__"}
    start = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(), np.errstate():
        warnings.simplefilter("ignore")
        for code in codes:
            with contextlib.suppress(Exception):
                exec(code, space)
    return time.process_time() - start
