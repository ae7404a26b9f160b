"""make bench: the same submissions through `autograder grade` and `nbgrader autograde`, in turn, in one run.

A command costs a fixed time and a time for each submission. Each is run on a small and on a larger class; the
difference is what one more submission costs, from its file to its stored score.
"""

import contextlib
import ctypes
import os
import resource
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from .. import files
from ..assignment import Assignment
from ..course import Course
from ..demo import answers, tampering
from .own_cost import own_seconds

# Sample students whose code asks for little: what is measured is the grading.
STUDENTS = ("cedar", "elder", "fern", "hazel")
SMALL = 2


PR_SET_CHILD_SUBREAPER = 36


def timed(*command, cwd):
    """(wall seconds, CPU seconds) of a command with all that it starts, also what it does not wait for."""
    # On Linux, processes whose parent ended become ours, and what they used counts once they are waited for.
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    environment = {**os.environ, "PATH": sysconfig.get_path("scripts") + os.pathsep + os.environ["PATH"]}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    wall = time.perf_counter() - start
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, 0):
            pass
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise click.ClickException(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def course_of(course, stage, submissions, count, folder):
    """A course folder with so many submissions."""
    for name in ("source", "release"):
        shutil.copytree(course.root / name / stage, folder / name / stage)
    shutil.copy(course.root / "nbgrader_config.py", folder)
    for number in range(count):
        data = submissions[number % len(submissions)]
        files.write(folder / "submitted" / f"student{number:04}" / stage / f"{stage}.ipynb", data)
    timed("nbgrader", "generate_assignment", stage, "--force", cwd=folder)
    return folder


def commands(stage):
    """{who: command}, each with one process for the students' code."""
    ours = [sys.executable, "-m", "autograder", "grade", stage, "--workers", "1"]
    return {"autograder grade": ours, "nbgrader autograde": ["nbgrader", "autograde", stage, "--force"]}


def marginal(course, stage, submissions, size, rounds):
    """{who: [(wall, CPU) of one more submission, for each round]}."""
    found = {who: [] for who in commands(stage)}
    for _ in range(rounds):
        costs = {}
        for count in (SMALL, size):
            for who, command in commands(stage).items():
                with tempfile.TemporaryDirectory(prefix="bench-") as folder:
                    place = course_of(course, stage, submissions, count, Path(folder))
                    costs[who, count] = timed(*command, cwd=place)
        for who in found:
            pairs = zip(costs[who, size], costs[who, SMALL], strict=True)
            found[who].append([(large - small) / (size - SMALL) for large, small in pairs])
    return found


@click.command()
@click.option("--size", default=10, show_default=True, type=click.IntRange(min=SMALL + 1))
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(min=1))
@click.argument("stage", default="softmax")
def main(stage, size, rounds):
    """Measure what one more submission costs."""
    course = Course.find()
    assignment = Assignment.load(course, stage)
    fill = [answers.fill_in(assignment.release, answers.load(stage, name).cells) for name in STUDENTS]
    submissions = [tampering.none(notebook) for notebook in fill]
    own = {
        "autograder grade": statistics.mean(own_seconds(assignment, data, False) for data in submissions),
        "nbgrader autograde": statistics.mean(own_seconds(assignment, data, True) for data in submissions),
    }
    found = marginal(course, stage, submissions, size, rounds)
    table = Table(title=f"{stage}: one more submission, median (lowest to highest) of {rounds} rounds")
    for name in ("", "wall s", "CPU s", "CPU s of its own cells", "CPU s over that"):
        table.add_column(name, justify="left" if not name else "right")
    for who, rows in found.items():
        wall, cpu = ([row[i] for row in rows] for i in range(2))
        table.add_row(who, spread(wall), spread(cpu), f"{own[who]:.2f}", spread([c - own[who] for c in cpu]))
    console = Console()
    console.print(table)
    ours, theirs = found.values()
    for number, what in enumerate(("wall time", "CPU time")):
        ratios = [b[number] / a[number] for a, b in zip(ours, theirs, strict=True)]
        console.print(f"nbgrader's {what} over ours: {spread(ratios)}")


def spread(values):
    """'median (lowest to highest)'."""
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


if __name__ == "__main__":
    main(prog_name="python -m autograder.bench")
