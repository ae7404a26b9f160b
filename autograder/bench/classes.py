"""Course folders with a class to grade: the demo's students, over and over, each under a name of their own."""

import contextlib
import shutil
import tempfile
from pathlib import Path

from .. import files
from ..demo import answers, tampering
from .timing import timed

# Those whose work every grader can grade: no broken file, no copied cells, no endless loop, no dead Python.
STUDENTS = ("acorn", "birch", "cedar", "dogwood", "elder", "fern", "ginkgo", "hazel", "ivy", "nettle")
# Those whose code asks for little, for classes of a thousand.
QUICK = ("hazel", "ivy")


def submissions(assignment, students):
    """{student: bytes} of what the demo's students hand in."""
    stage, release = assignment.stage, assignment.release
    return {name: tampering.none(answers.fill_in(release, answers.load(stage, name).cells)) for name in students}


@contextlib.contextmanager
def course_of(course, stage, handed_in, size):
    """A temporary course folder with so many submissions, and a gradebook that knows the stage. handed_in: {student:
    bytes}, taken in turn.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        for kind in ("source", "release"):
            shutil.copytree(course.root / kind / stage, folder / kind / stage)
        shutil.copy(course.root / "nbgrader_config.py", folder)
        found = list(handed_in.items())
        for number in range(size):
            student, data = found[number % len(found)]
            files.write(folder / "submitted" / f"{student}{number:04}" / stage / f"{stage}.ipynb", data)
        timed("nbgrader", "generate_assignment", stage, "--force", cwd=folder)
        yield folder
