"""Run a sanitised notebook: student cells in the confined process, test cells here, in the order of the notebook."""

import time

from nbformat.v4 import new_output

from ..cellnames import place_of
from ..outputs import Keeper
from ..seeds import seed_of, seeded
from .deadline import deadline
from .errors import OverTime, Stopped
from .servers import Unconfined
from .session import Session
from .testcell import DEAD, GRACE, OVER_TIME, Outcome, TestCells, is_test

# The least time that a cell gets when that of the whole notebook is nearly used up.
LEAST_SECONDS = 0.5


class Run:
    """One run of a notebook. outcomes: {grade_id: Outcome} of its test cells; used: what the student's process used;
    killed: see `Session.killed`.
    """

    def __init__(self, server, notebook, limits, secret=b"", submission_bytes=b"", skip=(), lendable=None):
        self.notebook, self.limits = notebook, limits
        self.secret, self.submission_bytes = secret, submission_bytes
        self.skip = {id(cell) for cell in skip}
        self.outcomes = {}
        self.end = time.monotonic() + limits.total_seconds
        with Session(server, limits) as self.session:
            if set(self.session.missing) - set(server.missing):
                # The first process of this server had it, or there would be no run.
                raise Unconfined(self.session.missing)
            self.tests = TestCells(notebook, self.session, lendable)
            for cell in notebook.cells:
                if cell.cell_type == "code" and id(cell) not in self.skip:
                    alive = not self.session.over
                    self._run(cell)
                    if alive and self.session.over:
                        self.session.over += f": {place_of(cell)}"
        # Functions of the tests and their namespace hold each other, and so all that was ever named there.
        self.tests.space.clear()
        self.layers, self.used, self.killed = tuple(self.session.layers), self.session.used, self.session.killed

    def _run(self, cell):
        cell.outputs, cell.execution_count = [], None
        now = time.monotonic()
        left = self.end - now
        seconds = max(LEAST_SECONDS, min(self.limits.cell_seconds, left))
        if is_test(cell):
            self._test(cell, seconds, now, left)
        elif left <= 0:
            cell.outputs = [_error(OVER_TIME, self._nothing_left())]
        else:
            self._student(cell, seconds, now)

    def _nothing_left(self):
        return f"not run: the {self.limits.total_seconds:g} s for the whole notebook were used up before"

    def _too_long(self, seconds):
        whole = seconds < self.limits.cell_seconds
        limit = f"{self.limits.total_seconds:g} s for the whole notebook" if whole else f"{seconds:g} s"
        return f"this cell ran longer than {limit} and was stopped"

    def _student(self, cell, seconds, now):
        keeper = Keeper(self.limits.output_bytes)
        try:
            if self.session.over:
                raise Stopped(f"not run: {self.session.over}")
            with self.session.until(now + seconds), deadline(seconds + GRACE):
                outputs, cell.execution_count = self.session.run_cell(cell.source)
            kept = (keeper.keep(output) for output in outputs if isinstance(output, dict))
            cell.outputs = [output for output in kept if output is not None]
        except OverTime:
            cell.outputs = [_error(OVER_TIME, self._too_long(seconds))]
        except Stopped as reason:
            cell.outputs = [_error(DEAD, str(reason))]
        if keeper.full:
            cell.outputs.insert(0, keeper.note)

    def _test(self, cell, seconds, now, left):
        grade_id = cell.metadata.nbgrader.grade_id
        if left <= 0:
            outcome = Outcome(OVER_TIME, self._nothing_left(), ours=True)
        else:
            with seeded(seed_of(self.secret, self.submission_bytes, grade_id)):
                outcome = self.tests.run(cell, seconds, now)
            if outcome.error == OVER_TIME:
                text = self._too_long(seconds) + outcome.text
                outcome = Outcome(OVER_TIME, text, ours=True, printed=outcome.printed)
        self.outcomes[grade_id] = outcome


def show_outcome(cell, score, printed):
    """Put into a test cell's outputs what may be read there: what the test printed and the message, no traceback."""
    keeper = Keeper(100_000)
    outputs = [{"output_type": "stream", "name": "stdout", "text": printed}] if printed else []
    if not score.passed:
        outputs.append({"output_type": "error", "ename": "Lost", "evalue": score.message, "traceback": [score.message]})
    cell.outputs = [output for output in map(keeper.keep, outputs) if output is not None]


def _error(ename, text):
    return new_output("error", ename=ename, evalue=text, traceback=[f"{ename}: {text}"])
