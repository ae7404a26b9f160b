"""Grade a class: collect, grade in parallel, keep every result as soon as it is there."""

import contextlib
import json
from dataclasses import asdict
from pathlib import Path

from . import CourseError, files, secret
from .assignment import Assignment
from .collection import collect
from .gradebook import ClassGradebook, prepare
from .pool import grade_all
from .result import as_json


class NotKept(CourseError):
    """Everything is graded, but not everything could be stored. results: {student: Result} of the whole class."""

    def __init__(self, troubles, results):
        reasons = dict.fromkeys(reason for _, reason in troubles)
        students = {reason: [student for student, other in troubles if other == reason] for reason in reasons}
        super().__init__("\n".join(f"{reason}; not stored: {', '.join(students[reason])}" for reason in reasons))
        self.results = results


def run(course, stage, submitted, out, workers=None, follow=lambda pairs, total: pairs, unsafe_no_sandbox=False):
    """Grade all submissions of a stage and return ({student: Result}, absent).

    absent: the students in the gradebook who have no folder.
    out: the folder that gets gradebook.db and autograded/<student>/<stage>/. follow: wraps the stream of results, to
    show progress. unsafe_no_sandbox: see `grading.grade`. Raises NotKept, when all are graded, if some could not be
    stored.
    """
    assignment = Assignment.load(course, stage, secret.load())
    handed_in = collect(submitted, stage)
    out = Path(out)
    _make_folder(out)
    results, troubles, locked = {}, [], ""
    prepare(course, stage, out / "gradebook.db")
    private = [
        course.source(stage),
        course.root / "nbgrader_config.py",
        out / "gradebook.db",
        Path(submitted).resolve(),
    ]
    with (
        ClassGradebook(stage, out / "gradebook.db") as gradebook,
        contextlib.closing(grade_all(assignment, handed_in, workers, private, unsafe_no_sandbox)) as graded,
    ):
        absent = set(gradebook.students()) - {item.student for item in handed_in}
        for item, result in follow(graded, len(handed_in)):
            results[item.student] = result
            try:
                keep(out, stage, item.student, result)
            except CourseError as error:
                troubles.append((item.student, str(error)))
            if not item.absent:
                trouble = locked or _store(gradebook, item, result)
                troubles.extend([(item.student, trouble)] if trouble else [])
                # Waiting for a lock takes seconds each time: whoever holds it still does.
                locked = trouble if "locked" in trouble else ""
    results = {item.student: results[item.student] for item in handed_in}
    if troubles:
        raise NotKept(troubles, results)
    return results, sorted(absent)


def _store(gradebook, item, result):
    """Store a result. Returns why it could not be, or ""."""
    try:
        gradebook.store(item.student, result, item.timestamp)
    except CourseError as error:
        return str(error)
    return ""


def keep(out, stage, student, result):
    """Write the graded notebook and result.json of one submission; nothing of an earlier one stays."""
    folder = graded_folder(out, stage, student)
    notebook = folder / f"{stage}.ipynb"
    if result.notebook is None:
        files.remove(notebook)
    else:
        files.write(notebook, result.notebook.encode("utf-8"))
    fields = {key: value for key, value in asdict(result).items() if key != "notebook"}
    files.write(folder / "result.json", (json.dumps(fields, indent=1) + "\n").encode("utf-8"))


def graded_folder(out, stage, student):
    """autograded/<student>/<stage>, where nbgrader looks too. A name that would lead elsewhere is refused."""
    if student in ("", ".", "..") or "/" in student or "\0" in student:
        raise CourseError(f"{student!r} cannot be a student's name")
    return Path(out) / "autograded" / student / stage


def write_json(path, stage, max_score, results):
    """The results file of DESIGN's --json."""
    text = json.dumps(as_json(stage, max_score, results), indent=1, ensure_ascii=False) + "\n"
    files.write(path, text.encode("utf-8"))


def _make_folder(path):
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CourseError(f"cannot make the folder {path}: {error.strerror}") from None
