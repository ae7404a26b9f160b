"""The bank of wrong and right answers in tests/wrong_answers/, on which the quality of the hidden tests is measured.

A file holds what one student wrote for one task (for two, where a mistake is made in both losses), laid out like a
sample student's answers (see `autograder.demo.answers`), with a head of its own:

    # What is wrong, in a sentence.
    # family: consistent but wrong      one of FAMILIES
    # fails: test-3-2                   the test cells that must find it
    # also: test-3-3                    optional: those that may fail as a consequence
    # says: half .*reg                  a regular expression for the sense of what the first of them must tell
    # same: half_reg                    optional: the same mistake in another task, which must be told in the same words
    # %% task-3-2

Files in right/ have only the sentence, and must have full marks. All other cells are the source's own solutions.
"""

import copy
import dataclasses
import re
from dataclasses import dataclass
from pathlib import Path

from nbgrader.utils import is_solution

from autograder.cellnames import names_of, reached
from autograder.demo import answers, tampering
from autograder.grading import grade
from autograder.session.testcell import is_test

FOLDER = Path(__file__).parent / "wrong_answers"
FAMILIES = {
    "consistent but wrong",
    "reg gradient",
    "averaging",
    "stability",
    "axis and shape",
    "chain rule",
    "purity",
    "indexing",
    "types",
    "not vectorised",
    "optimiser state",
    "training loop",
    "leakage",
    "dishonest",
    "formula",
}


@dataclass(frozen=True)
class Slow:
    """A task too slow to be graded with every wrong answer. quick: the right answer to it that stands in elsewhere."""

    task: str
    test: str
    quick: str


SLOW = {
    "softmax": Slow("task-6-1", "test-6-1", "quick_tuning"),
    "svm": Slow("task-5-1", "test-5-1", "quick_tuning"),
    "two_layer_net": Slow("task-5-1", "test-5-1", "quick_tuning"),
}


@dataclass(frozen=True)
class BankAnswer:
    """text: what is wrong or, of a right answer, how it differs. cells: {grade_id: text}. The rest: see the module."""

    name: str
    text: str
    cells: dict
    family: str = ""
    fails: tuple = ()
    also: tuple = ()
    says: str = ""
    same: str = ""


def wrong_names(stage):
    """The names of a stage's wrong answers."""
    return sorted(path.stem for path in (FOLDER / stage).glob("*.py"))


def right_names(stage):
    """The names of a stage's right answers."""
    return sorted(path.stem for path in (FOLDER / stage / "right").glob("*.py"))


def wrong(stage, name):
    """A wrong answer by its name. Raises ValueError when its head lacks something."""
    text, head, cells = _read(FOLDER / stage / f"{name}.py")
    if lacking := {"family", "fails", "says"} - set(head):
        raise ValueError(f"{name} lacks the lines {sorted(lacking)}")
    fails, also = (tuple(head.get(key, "").split()) for key in ("fails", "also"))
    return BankAnswer(name, text, cells, head["family"], fails, also, head["says"], head.get("same", ""))


def right(stage, name):
    """A right answer by its name."""
    text, _, cells = _read(FOLDER / stage / "right" / f"{name}.py")
    return BankAnswer(name, text, cells)


def stages():
    """The stages that have a bank."""
    return sorted(path.name for path in FOLDER.iterdir() if any(path.glob("*.py")))


def graded(key, assignment, data):
    """(key, Result): the real grader's, for use in another process."""
    return key, grade(assignment, data)


def is_slow(stage, answer):
    """Is it about the task that is graded only with the answers that are about it?"""
    return stage in SLOW and SLOW[stage].task in answer.cells


def with_related_tests(stage, assignment, answer):
    """The assignment with tests that do nothing where they use nothing of what an answer defines: they take time.

    So does the slow test, unless the answer is about its task.
    """
    source = copy.deepcopy(assignment.source)
    given = set().union(*(names_of(assignment.source_cells[grade_id].source)[0] for grade_id in answer.cells))
    code = [cell for cell in source.cells if cell.cell_type == "code"]
    _, given = reached((cell for cell in code if not is_test(cell)), given)
    for cell in filter(is_test, code):
        silent = stage in SLOW and cell.metadata.nbgrader.grade_id == SLOW[stage].test and not is_slow(stage, answer)
        if silent or not names_of(cell.source)[1] & given:
            cell.source = "None  # uses nothing of this answer"
    return dataclasses.replace(assignment, source_bytes=tampering.none(source))


def wrong_submission(answer, assignment):
    """The bytes of a notebook in which only this is wrong."""
    return tampering.none(answers.fill_in(assignment.release, {**solutions(assignment), **answer.cells}))


def right_submission(stage, answer, assignment):
    """The bytes of a notebook with a right answer, all others right too."""
    cells = solutions(assignment)
    if stage in SLOW:
        cells.update(right(stage, SLOW[stage].quick).cells)
    return tampering.none(answers.fill_in(assignment.release, {**cells, **answer.cells}))


def solutions(assignment):
    """{grade_id: text} of the source's own solutions."""
    cells = assignment.source_cells.items()
    return {grade_id: _unmarked(cell.source) for grade_id, cell in cells if is_solution(cell)}


def _read(path):
    """Sentence, {key: value} of the head, {grade_id: text}."""
    content = path.read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in content.split("# %%")[0].splitlines()]
    pairs = [re.fullmatch(r"(family|fails|also|says|same): (.+)", line) for line in lines]
    text = " ".join(line for line, pair in zip(lines, pairs, strict=True) if not pair)
    return text, {pair[1]: pair[2] for pair in pairs if pair}, answers.parse(content, base=None).cells


def _unmarked(source):
    """A solution without nbgrader's marks, as a student would hand it in."""
    return "\n".join(
        line for line in source.splitlines() if line.strip() not in ("### BEGIN SOLUTION", "### END SOLUTION")
    )
