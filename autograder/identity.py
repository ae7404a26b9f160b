"""What a result depends on, as hashes: where all of them are the same, grading again would give the same result."""

import functools
import hashlib
import hmac
import json
import sys
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from nbgrader.utils import is_grade, is_solution

import flatgrad

PACKAGES = (Path(__file__).parent, Path(flatgrad.__file__).parent)
# Rooms and files that no score depends on, as grading imports none of them: a new page or table is no reason to grade a
# class again.
APART = frozenset(
    [
        "autograder/bench",
        "autograder/demo",
        "autograder/exports",
        "autograder/handout",
        "autograder/intake",
        "autograder/mutants",
        "autograder/report",
        "autograder/__main__.py",
        "autograder/bundle.py",
        "autograder/class_command.py",
        "autograder/cli.py",
        "autograder/collection.py",
        "autograder/complaint.py",
        "autograder/course.py",
        "autograder/database.py",
        "autograder/doctor.py",
        "autograder/feedback.py",
        "autograder/generator.py",
        "autograder/kernel.py",
        "autograder/markup.py",
        "autograder/nbgrader_page.py",
        "autograder/pages.py",
        "autograder/penalties.py",
        "autograder/preload.py",
        "autograder/release.py",
        "autograder/splitting.py",
        "autograder/standing.py",
        "autograder/stated_points.py",
        "autograder/stubs.py",
        "autograder/tables.py",
        "autograder/terminal.py",
        "autograder/validation.py",
        "flatgrad/selfcheck",
    ]
)
# What student code and tests compute with.
LIBRARIES = ("numpy", "matplotlib", "ipython", "nbformat", "nbgrader")


def submission_digest(submission_bytes):
    """A hash of what was handed in."""
    return hashlib.sha256(submission_bytes).hexdigest()


class Identity(NamedTuple):
    """Three SHA-256 in hexadecimal: of the bytes handed in, of what the stage asks, and of the program that grades."""

    submission: str
    assignment: str
    grader: str

    @classmethod
    def of(cls, submission, assignment):
        """That of a submission, by its digest, graded now for an Assignment."""
        return cls(submission, assignment_digest(assignment), grader_digest())


@functools.lru_cache(maxsize=32)
def assignment_digest(assignment, limits=None):
    """A hash of what a stage's scores depend on: code, tests, points, limits and the secret; no prose, no solution."""
    source = [_judged(cell) for cell in assignment.source.cells]
    release = [_judged(cell) for cell in assignment.release.cells]
    content = [assignment.stage, source, release, sorted(assignment.asked_for), repr(limits or assignment.limits)]
    text = json.dumps(content, sort_keys=True).encode("utf-8")
    return hmac.new(assignment.secret, text, hashlib.sha256).hexdigest()


def _judged(cell):
    """What of a cell can change a score."""
    if cell.cell_type != "code" and not is_grade(cell):
        return None
    marks = cell.metadata.get("nbgrader", {})
    marks = {name: marks.get(name) for name in ("grade_id", "grade", "locked", "solution", "points")}
    text = None if is_solution(cell) else cell.source
    return [cell.cell_type, text, marks, sorted(cell.metadata.get("tags", []))]


@functools.cache
def grader_digest():
    """A hash of the code of this grader and of flatgrad, and of the versions of what they rest on."""
    found = hashlib.sha256(repr([sys.version_info, [metadata.version(name) for name in LIBRARIES]]).encode("utf-8"))
    for package in PACKAGES:
        for path in sorted(package.rglob("*.py")):
            place = path.relative_to(package.parent)
            if "/".join(place.parts[:2]) not in APART:
                found.update(f"{place}\0".encode())
                found.update(path.read_bytes())
    return found.hexdigest()
