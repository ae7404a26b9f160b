"""make bench: what grading costs, beside stock nbgrader and otter-grader on the same submissions, in one run.

Everybody's numerical libraries have one thread, so that waiting threads are not counted as work.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click
from rich.console import Console

from .. import CourseError
from ..assignment import Assignment
from ..course import Course
from . import end_to_end, growth, otter, storage
from .timing import machine, timed

PARTS = ("graders", "overhead", "sizes", "crews", "storage", "release", "reference")


@click.command()
@click.option("--size", default=100, show_default=True, type=click.IntRange(min=1), help="Submissions of the class.")
@click.option("--rounds", default=1, show_default=True, type=click.IntRange(min=1))
@click.option("--largest", default=1000, show_default=True, type=click.IntRange(min=10), help="The largest class.")
@click.option("--part", "parts", multiple=True, type=click.Choice(PARTS), help="Only this. Can be repeated.")
@click.argument("stage", default="softmax")
def main(stage, size, rounds, largest, parts):
    """Measure what grading a STAGE costs."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 150)
    console.print(machine())
    try:
        course = Course.find()
        assignment = Assignment.load(course, *course.choose([stage]))
        for part in PARTS:
            if not parts or part in parts:
                for shown in _measured(part, course, assignment, size, rounds, largest):
                    console.print(shown)
    except CourseError as error:
        raise click.ClickException(str(error)) from None


def _measured(part, course, assignment, size, rounds, largest):
    """What one part of the bench found, to be printed."""
    if part == "graders":
        yield from filter(None, [otter.available()])
        yield end_to_end.table(assignment.stage, end_to_end.measure(course, assignment, size, rounds))
    elif part == "overhead":
        yield from end_to_end.overhead(course, assignment, size, rounds)
    elif part == "sizes":
        sizes = [size for size in (10, 100, 1000) if size < largest]
        yield growth.class_sizes(course, assignment, [*sizes, largest])
    elif part == "crews":
        yield growth.crews(course, assignment)
    elif part == "storage":
        yield storage.table(course, assignment)
    elif part == "release":
        yield _release(course)
    else:
        # In a process of its own: it is about two threads, and the rest of the bench about one.
        done = subprocess.run(
            [sys.executable, "-m", "autograder.bench.reference_speed"], capture_output=True, text=True
        )
        yield done.stdout + done.stderr


def _release(course):
    """A line: the time that making all releases takes."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        shutil.copytree(course.root / "source", Path(name) / "source")
        shutil.copy(course.root / "nbgrader_config.py", name)
        used = timed(sys.executable, "-m", "autograder", "release", cwd=name)
    return f"autograder release, {len(course.stages())} stages: {used.wall:.1f} s, {used.cpu:.1f} s of CPU"


if __name__ == "__main__":
    main(prog_name="python -m autograder.bench")
