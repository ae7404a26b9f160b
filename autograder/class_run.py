"""Grade a class: collect, leave out what was graded before, grade the rest in parallel, keep every result at once."""

import contextlib
import json
from pathlib import Path
from typing import NamedTuple

from . import CourseError, files, graded_folder, secret
from .assignment import Assignment
from .collection import collect
from .gradebook import ClassGradebook, prepare
from .identity import Identity, assignment_digest, grader_digest, submission_digest
from .keeper import Keeper
from .pool import grade_all
from .pool.processes import Processes
from .pool.worker import Terms
from .result import FAILED, Result, as_json
from .submission import Rejected
from .text import by_reason


class NotKept(CourseError):
    """Everything is graded, but not everything could be stored. results: {student: Result} of the whole class."""

    def __init__(self, troubles, results):
        super().__init__("\n".join(by_reason(troubles, "not stored")))
        self.results = results


class Change(NamedTuple):
    """A submission that was graded again and got other points. why: what had changed since the earlier result."""

    student: str
    old: Result
    new: Result
    why: str


class ClassRun(NamedTuple):
    """What a run found: {student: Result} of the whole class, without the notebooks, the students in the gradebook who
    have no folder, those whose result of an earlier run still holds, and whose points changed.
    """

    results: dict
    absent: list
    unchanged: list
    changes: list


def run(
    course,
    stage,
    submitted,
    out,
    make_crew=Processes,
    follow=lambda pairs, total: pairs,
    unsafe_no_sandbox=False,
    force=False,
):
    """Grade all submissions of a stage whose result an earlier run did not leave in `out`; return a ClassRun.

    out: the folder that gets gradebook.db and autograded/<student>/<stage>/. make_crew(terms): who grades, see `pool`.
    follow: wraps the stream of results, to show progress. unsafe_no_sandbox: see `grading.grade`. force: grade all of
    them. Raises NotKept, when all are graded, if some could not be stored.
    """
    assignment = Assignment.load(course, stage, secret.load())
    handed_in = collect(submitted, stage)
    out = Path(out)
    _make_folder(out)
    earlier = {item.student: graded_folder.read(out, stage, item.student) for item in handed_in}
    unchanged = {} if force else _unchanged(handed_in, earlier, assignment, unsafe_no_sandbox)
    prepare(course, stage, out / "gradebook.db")
    private = (course.source(stage), course.root / "nbgrader_config.py", out / "gradebook.db", Path(submitted))
    terms = Terms(assignment, tuple(str(path.resolve()) for path in private), unsafe_no_sandbox)
    to_grade = [item for item in handed_in if item.student not in unchanged]
    with (
        ClassGradebook(stage, out / "gradebook.db") as gradebook,
        make_crew(terms) as crew,
        contextlib.closing(grade_all(crew, to_grade)) as graded,
    ):
        absent = set(gradebook.students()) - {item.student for item in handed_in}
        keeper = Keeper(stage, out, assignment, gradebook)
        keeper.keep_again([(item, unchanged[item.student]) for item in handed_in if item.student in unchanged])
        for _ in follow(_kept(graded, keeper), len(to_grade)):
            pass
    results = {item.student: keeper.results[item.student] for item in handed_in}
    if keeper.troubles:
        raise NotKept(keeper.troubles, results)
    changes = [_change(item.student, earlier[item.student], results[item.student], assignment) for item in to_grade]
    return ClassRun(results, sorted(absent), sorted(unchanged), [change for change in changes if change])


def _kept(graded, keeper):
    """Pairs one by one, when they are stored."""
    for pairs in graded:
        keeper.keep(pairs)
        yield from pairs


def _unchanged(handed_in, earlier, assignment, unsafe_no_sandbox):
    """{student: Result} of those for whom grading again would give what an earlier run left."""
    found = {}
    for item in handed_in:
        kept = earlier[item.student]
        if kept is None or kept.identity is None or (kept.result.missing_layers and not unsafe_no_sandbox):
            continue
        with contextlib.suppress(CourseError, Rejected):
            digest = submission_digest(item.read(assignment.limits))
            if kept.identity == Identity.of(digest, assignment):
                found[item.student] = kept.result
    return found


def _change(student, kept, new, assignment):
    """The Change of a submission that was graded again, or None when all points are as they were."""
    if kept is None or FAILED in (kept.result.status, new.status):
        return None
    if _points(kept.result) == _points(new):
        return None
    if kept.identity is None:
        why = "graded by an older version"
    elif kept.identity.submission != new.submission:
        why = "handed in again"
    elif kept.identity.assignment != assignment_digest(assignment):
        why = "the tests changed"
    else:
        why = "the grader changed" if kept.identity.grader != grader_digest() else "graded again"
    return Change(student, kept.result, new, why)


def _points(result):
    return result.status, {grade_id: cell.score for grade_id, cell in result.cells.items()}


def write_json(path, stage, max_score, results):
    """The results file of `grade --json`."""
    text = json.dumps(as_json(stage, max_score, results), indent=1, ensure_ascii=False) + "\n"
    files.write(path, text.encode("utf-8"))


def _make_folder(path):
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CourseError(f"cannot make the folder {path}: {error.strerror}") from None
