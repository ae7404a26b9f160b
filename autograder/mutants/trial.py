"""What the tests of a stage make of its mutants."""

from dataclasses import dataclass, field

from libcst import ParserSyntaxError

from .. import CourseError
from ..pool.processes import spread
from .crew import warm
from .generation import mutants_of
from .mutant import Mutant
from .stage import VISIBLE

# Mutants that may have written into what the notebook's other cells made.
WRITING = ("dropped copy", "in place")


@dataclass(frozen=True)
class Trial:
    """A mutant and what came of it. verdicts: {grade_id: Verdict} of the tests that were run."""

    mutant: Mutant
    verdicts: dict = field(default_factory=dict)

    @property
    def killers(self):
        """{grade_id: "visible" or "hidden"} of the tests that it failed."""
        return {grade_id: verdict.killed for grade_id, verdict in self.verdicts.items() if verdict.killed}

    @property
    def survived(self):
        """Whether all tests passed it."""
        return not self.killers

    @property
    def seen(self):
        """Whether a student would see it: a visible test failed."""
        return VISIBLE in self.killers.values()


def mutants_of_stage(assignment, cells=()):
    """All mutants of a stage's solution cells, or of some, by grade_id. Raises CourseError for one it cannot read."""
    found = []
    for grade_id, cell in assignment.source_cells.items():
        if cell.cell_type == "code" and (not cells or grade_id in cells):
            try:
                found.extend(mutants_of(cell.source, grade_id))
            except ParserSyntaxError:
                raise CourseError(f"{grade_id} is not plain Python, so nothing can be changed in it") from None
    return found


def tried(assignment, mutants, workers=None):
    """Yield a Trial for each mutant, in the order in which they are done."""
    return spread(_try, [(assignment, mutant) for mutant in mutants], workers)


def _try(assignment, mutant):
    stage, verdicts = warm(assignment), {}
    with stage.replaced({mutant.cell: mutant.source}):
        for test in stage.tests_of([mutant.cell]):
            # A slow one is not asked about a mutant that is dead already.
            if stage.is_quick(test) or not any(verdict.killed for verdict in verdicts.values()):
                verdicts[test] = stage.test(test)
    if mutant.operator in WRITING:
        stage.restart()
    return Trial(mutant, {test: verdicts[test] for test in stage.tests if test in verdicts})
