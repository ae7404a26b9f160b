"""A stage with its cells run once, ready to have one of them replaced and its tests run again, many times over.

Grading a mutant as a submission of its own would run everything for every change of one line. Here the notebook runs
once with the instructor's solutions; then the changed cell is run, the tests that use it, and the cell as it was.
"""

import contextlib
import time
from dataclasses import dataclass

from .. import CourseError
from ..cellnames import names_of
from ..demonstrations import superfluous
from ..hidden import hidden_part, without_hidden
from ..scoring import test_score
from ..seeds import seed_of, seeded
from ..session import servers
from ..session.deadline import deadline
from ..session.errors import CellOver
from ..session.session import Session
from ..session.testcell import GRACE, TestCells, is_test
from ..text import one_line

VISIBLE, HIDDEN = "visible", "hidden"
# What a visible check prints that lost a part of the points.
RED_MARK = "✗"
# A test that takes longer than this with the right answer is run only when it must be.
QUICK_SECONDS = 2.0


@dataclass(frozen=True)
class Verdict:
    """What a test said. killed: by its "visible" part, by its "hidden" one, or not (""). message: the student's."""

    killed: str = ""
    message: str = ""


class WarmStage:
    """A running notebook of an assignment, for as long as its process lives.

    seconds: {grade_id: wall seconds} that each test took with the instructor's solutions. Raises CourseError when one
    of them fails.
    """

    def __init__(self, assignment):
        self.assignment, self.limits = assignment, assignment.limits
        skipped = {id(cell) for cell in superfluous(assignment.source)}
        code = [cell for cell in assignment.source.cells if cell.cell_type == "code" and id(cell) not in skipped]
        self.others = [cell for cell in code if not is_test(cell)]
        self.sources = {
            cell.metadata.nbgrader.grade_id: cell.source for cell in self.others if "nbgrader" in cell.metadata
        }
        self.tests = {cell.metadata.nbgrader.grade_id: cell for cell in code if is_test(cell)}
        self.seconds, self.left = {}, {}
        self._start()
        for grade_id in self.tests:
            start = time.monotonic()
            verdict = self.test(grade_id)
            self.seconds[grade_id] = time.monotonic() - start
            if verdict.killed:
                raise CourseError(f"the solutions themselves fail {grade_id}: {one_line(verdict.message)}")

    def tests_of(self, changed):
        """The grade_ids of the tests that use what some cells, or cells that use these, define; the quickest first."""
        given = self._given(changed)
        for cell in self.others:
            gives, needs = names_of(cell.source)
            if needs & given:
                given |= gives
        return self._using(given)

    def near_tests_of(self, changed):
        """The same without the slow ones that use what the cells define only through other cells."""
        near = self._using(self._given(changed))
        return [test for test in self.tests_of(changed) if test in near or self.is_quick(test)]

    def is_quick(self, test):
        """Whether a test may be run without a thought."""
        return self.seconds[test] <= QUICK_SECONDS

    @contextlib.contextmanager
    def replaced(self, cells):
        """While this lasts, some cells have other texts, {grade_id: text}."""
        self._run({grade_id: cells[grade_id] for grade_id in self.sources if grade_id in cells})
        try:
            yield
        finally:
            if self.session.over:
                self._start()
            else:
                self._run({grade_id: source for grade_id, source in self.sources.items() if grade_id in cells})

    def test(self, grade_id, seed=0):
        """The Verdict of a test on what is defined now. seed: a whole number, for the hidden inputs."""
        outcome = self._outcome(self._part(grade_id, without_hidden), 0)
        if outcome.error or RED_MARK in outcome.printed:
            return Verdict(VISIBLE, outcome.text or outcome.printed)
        self.left = dict(self.runner.space)
        return self.test_hidden(grade_id, seed)

    def test_hidden(self, grade_id, seed):
        """The same of the hidden part alone, after `test` has passed: it uses what the visible part left."""
        self.runner.space.clear()
        self.runner.space.update(self.left)
        outcome = self._outcome(self._part(grade_id, hidden_part), seed)
        score = test_score(outcome, self.assignment.points[grade_id])
        return Verdict("" if score.passed else HIDDEN, score.message)

    def _start(self):
        self.session = Session(servers.current(unsafe_no_sandbox=True), self.limits)
        self.runner = TestCells(self.assignment.source, self.session, self.assignment.asked_for)
        for cell in self.others:
            self._run_cell(cell.source)

    def _given(self, changed):
        return set().union(*(names_of(self.sources[grade_id])[0] for grade_id in changed))

    def _using(self, given):
        using = [grade_id for grade_id, cell in self.tests.items() if names_of(cell.source)[1] & given]
        return sorted(using, key=self.seconds.__getitem__)

    def _run(self, cells):
        for source in cells.values():
            self._run_cell(source)

    def _run_cell(self, source):
        seconds = self.limits.cell_seconds
        # What the cell should have defined may be missing then, or the process gone: the tests will say so.
        with (
            contextlib.suppress(CellOver),
            self.session.until(time.monotonic() + seconds),
            deadline(seconds + GRACE),
        ):
            self.session.run_cell(source)

    def _part(self, grade_id, part):
        cell = self.tests[grade_id].copy()
        cell.source = part(cell.source)
        return cell

    def _outcome(self, cell, seed):
        name = cell.metadata.nbgrader.grade_id
        with seeded(seed_of(b"mutants", str(seed).encode("ascii"), name)):
            return self.runner.run(cell, self.limits.cell_seconds, time.monotonic())
