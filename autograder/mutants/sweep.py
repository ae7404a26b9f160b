"""How far the tolerances of a stage's tests lie from right answers on one side and from mutants on the other."""

import math
from dataclasses import dataclass

from flatgrad.margins import noted

from .. import CourseError
from ..demo import answers
from ..pool.processes import spread
from ..text import one_line
from .crew import warm
from .mutant import Mutant

GRADIENT = "gradient"


@dataclass(frozen=True)
class Right:
    """What the tests make of a right answer. errors: {test: largest error / tolerance}; gradients: the largest of those
    of the comparisons with numerical gradients alone. failed: {test: message} of what it fails, with the seed.
    """

    name: str
    errors: dict
    gradients: dict
    failed: dict


@dataclass(frozen=True)
class Margin:
    """One test. right: the largest error / tolerance of a right answer. wrong: by how much its tolerances could grow
    before a mutant survives all tests, mutant: that one, if any.
    """

    test: str
    right: float
    wrong: float
    mutant: Mutant | None


def right_answers(course, assignment):
    """{name: {grade_id: text}} of the right answers in a course, and the source's own under the name "source".

    Raises CourseError for one that cannot be read.
    """
    stage = assignment.stage
    folder = course.root / "tests" / "wrong_answers" / stage / "right"
    found = {"source": {}}
    for path in sorted(folder.glob("*.py")):
        try:
            text = path.read_text(encoding="utf-8")
            found[path.stem] = answers.parse(text, lambda name: answers.load(stage, name)).cells
        except (OSError, ValueError) as error:
            raise CourseError(f"cannot read {path}: {one_line(str(error))}") from None
        if unknown := sorted(set(found[path.stem]) - set(assignment.source_cells)):
            raise CourseError(f"{path} answers what {stage} does not ask for: {', '.join(unknown)}")
    return found


def judged(assignment, right, seeds, workers=None):
    """Yield a Right for each right answer, each tried with that many seeds of the hidden inputs."""
    return spread(_judge, [(assignment, name, cells, seeds) for name, cells in right.items()], workers)


def thresholds(assignment, mutants, workers=None):
    """Yield (mutant, {test: factor}): by how much each test's tolerances must grow for it to pass there."""
    return spread(_threshold, [(assignment, mutant) for mutant in mutants], workers)


def margins(rights, wrongs):
    """A Margin for each test, from what `judged` and `thresholds` gave."""
    tests = list(dict.fromkeys(test for right in rights for test in right.errors))
    nearest = {}
    for mutant, factors in wrongs:
        # The last test to let it pass is the one that its survival hangs on.
        test, factor = max(factors.items(), key=lambda item: item[1], default=("", math.inf))
        if 1 < factor < nearest.get(test, (math.inf, None))[0]:
            nearest[test] = (factor, mutant)
    return [
        Margin(
            test,
            max((right.errors[test] for right in rights if test in right.errors), default=0.0),
            *nearest.get(test, (math.inf, None)),
        )
        for test in tests
    ]


def _judge(assignment, name, cells, seeds):
    stage = warm(assignment)
    errors, gradients, failed = {}, {}, {}
    with stage.replaced(cells):
        for test in stage.near_tests_of(cells or stage.sources):
            errors[test] = gradients[test] = 0.0
            for seed in range(seeds):
                with noted() as found:
                    verdict = stage.test_hidden(test, seed) if seed else stage.test(test)
                error = max((error for _, error in found), default=0.0)
                errors[test] = max(errors[test], error)
                gradients[test] = max(gradients[test], *(error for kind, error in found if kind == GRADIENT), 0.0)
                if verdict.killed or error > 1:
                    why = verdict.message if verdict.killed else f"an error of {error:.3g} times the tolerance"
                    failed[test] = f"seed {seed}: {why}"
                    break
    return Right(name, errors, gradients, failed)


def _threshold(assignment, mutant):
    stage, factors = warm(assignment), {}
    with stage.replaced({mutant.cell: mutant.source}):
        for test in stage.near_tests_of([mutant.cell]):
            with noted() as found:
                verdict = stage.test(test)
            factors[test] = math.inf if verdict.killed else max((error for _, error in found), default=0.0)
            if verdict.killed:
                break  # no tolerance lets it pass
    return mutant, factors
