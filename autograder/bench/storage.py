"""What one submission weighs on its way through the grader: on the network, on the disk, in the one writer's time."""

import dataclasses
import statistics
import time
from pathlib import Path

from rich.table import Table

from .. import graded_folder
from ..course import Course
from ..gradebook import ClassGradebook, prepare
from ..result import as_bytes
from .classes import STUDENTS, course_of, submissions
from .end_to_end import grade_and_feedback
from .timing import timed

SIZE = 5 * len(STUDENTS)


def table(course, assignment):
    """A rich table: the mean of a class of sample students."""
    stage, handed_in = assignment.stage, submissions(assignment, STUDENTS)
    found = Table(title=f"{stage}: what one submission weighs, mean of {SIZE}")
    for name in ("", "kB", "ms"):
        found.add_column(name, justify="right" if name else "left")
    with course_of(course, stage, handed_in, SIZE) as folder:
        before = (folder / "gradebook.db").stat().st_size
        command, _ = grade_and_feedback(stage)
        timed(*command, cwd=folder)
        results = dict(_results(folder, stage))
        kept = sum(path.stat().st_size for path in folder.glob(f"autograded/*/{stage}/*"))
        weights = {
            "to a worker: what was handed in": statistics.mean(map(len, handed_in.values())),
            "back from it: the result, with the graded notebook": statistics.mean(
                map(len, map(as_bytes, results.values()))
            ),
            "its folder": kept / SIZE,
            "its rows in the gradebook": ((folder / "gradebook.db").stat().st_size - before) / SIZE,
        }
        seconds = _storing(Course(folder), stage, results)
    for name, size in weights.items():
        found.add_row(name, f"{size / 1000:.0f}")
    found.add_row("storing it in the gradebook, by itself", "", f"{1000 * seconds:.1f}")
    found.add_row(
        "to each worker, once: the assignment", f"{len(assignment.source_bytes + assignment.release_bytes) / 1000:.0f}"
    )
    return found


def _results(folder, stage):
    """(student, Result with its notebook) of a graded class."""
    for path in folder.glob(f"autograded/*/{stage}/{stage}.ipynb"):
        student = path.parts[-3]
        result = graded_folder.read(folder, stage, student).result
        yield student, dataclasses.replace(result, notebook=path.read_text(encoding="utf-8"))


def _storing(course, stage, results):
    """Seconds that one more submission takes in a new gradebook, a transaction each."""
    path = Path(course.root, "again.db")
    prepare(course, stage, path)
    with ClassGradebook(stage, path) as book:
        start = time.perf_counter()
        for student, result in results.items():
            book.store([(student, result, None)])
        return (time.perf_counter() - start) / len(results)
