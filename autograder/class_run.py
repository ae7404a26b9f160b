"""Grade a class: collect, grade in parallel, keep every result as soon as it is there."""

import json
from dataclasses import asdict
from pathlib import Path

from . import CourseError, files
from .assignment import Assignment
from .collection import collect
from .gradebook import ClassGradebook, prepare
from .pool import grade_all
from .result import as_json


def run(course, stage, submitted, out, workers=None, follow=lambda pairs, total: pairs):
    """Grade all submissions of a stage and return ({student: Result}, absent).

    absent: the students in the gradebook who have no folder.

    out: the folder that gets gradebook.db and autograded/<student>/<stage>/. follow: wraps the stream of results, to
    show progress.
    """
    assignment = Assignment.load(course, stage)
    handed_in = collect(submitted, stage)
    out = Path(out)
    _make_folder(out)
    results = {}
    prepare(course, stage, out / "gradebook.db")
    with ClassGradebook(stage, out / "gradebook.db") as gradebook:
        for item, result in follow(grade_all(assignment, handed_in, workers), len(handed_in)):
            keep(out, stage, item.student, result)
            if not item.absent:
                gradebook.store(item.student, result, item.timestamp)
            results[item.student] = result
        absent = sorted(set(gradebook.students()) - set(results))
    return {item.student: results[item.student] for item in handed_in}, absent


def keep(out, stage, student, result):
    """Write the graded notebook and result.json of one submission; nothing of an earlier one stays."""
    folder = graded_folder(out, stage, student)
    notebook = folder / f"{stage}.ipynb"
    if result.notebook is None:
        notebook.unlink(missing_ok=True)
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
