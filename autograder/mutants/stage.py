"""A stage with its cells run once, ready to have one of them replaced and its tests run again, many times over.

Grading a mutant as a submission of its own would run everything for every change of one line. Here the notebook runs
once with the instructor's solutions; then the changed cell is run, the tests that use it, and the cell as it was.
"""

import contextlib
import time
from collections import Counter
from dataclasses import dataclass, replace

from .. import CourseError
from ..cellnames import names_of, reached
from ..demonstrations import superfluous
from ..hidden import END, hidden_and_end, without_hidden
from ..scoring import ASK, test_score
from ..seeds import seed_of, seeded
from ..session import servers
from ..session.deadline import deadline
from ..session.errors import CellOver
from ..session.session import Session
from ..session.testcell import GRACE, OVER_TIME, TestCells, is_test
from ..text import one_line, plain

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
        self.sources = {_grade_id(cell): cell.source for cell in self.others if _grade_id(cell)}
        self.tests = {cell.metadata.nbgrader.grade_id: cell for cell in code if is_test(cell)}
        self.seconds, self.left, self.changed, self.slow = {}, {}, {}, set()
        self.runner = TestCells(assignment.source, None, assignment.asked_for)
        self.restart()
        for grade_id in self.tests:
            start = time.monotonic()
            verdict = self.test(grade_id)
            self.seconds[grade_id] = time.monotonic() - start
            if verdict.killed:
                raise CourseError(
                    f"the solutions themselves fail {grade_id}: {one_line(verdict.message).removesuffix(ASK)}"
                )

    def tests_of(self, changed):
        """The grade_ids of the tests that use what some cells, or cells that use these, define; the quickest first."""
        return self._using(self._reached(changed)[1])

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
        self.changed = dict(cells)
        self._run_changed()
        try:
            yield
        finally:
            self.changed = {grade_id: self.sources[grade_id] for grade_id in cells}
            self._run_changed()
            self.changed = {}

    def test(self, grade_id, seed=0):
        """The Verdict of a test on what is defined now. seed: a whole number, for the hidden inputs."""
        if self.session.over:
            # What another test did to it is not this one's to tell.
            self.restart()
            self._run_changed()
        outcome = self._outcome(self._part(grade_id, without_hidden), 0)
        if outcome.error:
            return self._verdict(VISIBLE, outcome, grade_id)
        if RED_MARK in outcome.printed:
            return Verdict(VISIBLE, plain(outcome.printed).strip())
        if END not in self.tests[grade_id].source:
            return self._verdict(VISIBLE, outcome, grade_id)
        self.left = dict(self.runner.space)
        return self.test_hidden(grade_id, seed)

    def test_hidden(self, grade_id, seed):
        """The same of the hidden part alone, after `test` has passed: it uses what the visible part left."""
        self.runner.space.clear()
        self.runner.space.update(self.left)
        return self._verdict(HIDDEN, self._outcome(self._part(grade_id, hidden_and_end), seed), grade_id)

    def restart(self):
        """Run the notebook in a new process, with the instructor's solutions."""
        if self.runner.session:
            self.runner.session.end("the next one takes over")
        self.session = self.runner.session = Session(servers.current(unsafe_no_sandbox=True), self.limits)
        for cell in self.others:
            start = time.monotonic()
            self._run_cell(cell.source)
            if time.monotonic() - start > QUICK_SECONDS:
                self.slow.add(id(cell))

    def _verdict(self, kind, outcome, grade_id):
        score = test_score(outcome, self.assignment.points[grade_id])
        return Verdict("" if score.passed else kind, score.message)

    def _given(self, changed):
        return set().union(*(names_of(self.sources[grade_id])[0] for grade_id in changed))

    def _reached(self, changed):
        """(the id() of the other cells that use what some define, also through each other; all names of both)."""
        cells, given = reached(self.others, self._given(changed))
        return {id(cell) for cell in cells}, given

    def _using(self, given):
        using = [grade_id for grade_id, cell in self.tests.items() if names_of(cell.source)[1] & given]
        return sorted(using, key=self.seconds.__getitem__)

    def _run_changed(self):
        """Run the changed cells and those that use them, unless they are slow. What fails leaves no old names."""
        using = self._reached(self.changed)[0] - self.slow
        again = [(cell, self.changed.get(_grade_id(cell), cell.source)) for cell in self.others]
        again = [(cell, source) for cell, source in again if id(cell) in using or _grade_id(cell) in self.changed]
        given = Counter(name for cell in self.others for name in names_of(cell.source)[0])
        old = [name for cell, _ in again for name in sorted(names_of(cell.source)[0]) if given[name] == 1]
        for source in [f"for _ in {old}: globals().pop(_, None)", *(source for _, source in again)]:
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
            outcome = self.runner.run(cell, self.limits.cell_seconds, time.monotonic())
        if outcome.error != OVER_TIME:
            return outcome
        return replace(outcome, text=f"stopped after {self.limits.cell_seconds:g} s{outcome.text}")


def _grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")
