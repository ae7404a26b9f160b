"""The same class through three graders, in turn: from the files handed in to stored scores and feedback pages."""

import statistics
import sys

from rich.table import Table

from . import otter
from .classes import STUDENTS, course_of, submissions
from .own_cost import own_seconds
from .timing import spread, timed, together

OURS, NBGRADER, OTTER = "autograder", "nbgrader", "otter-grader"
# Otter's own local run is a process for each submission, so a few tell what each of them takes.
OTTER_SIZE = len(STUDENTS)


def grade_and_feedback(stage, *words):
    """Our two commands."""
    start = [sys.executable, "-m", "autograder"]
    return [[*start, "grade", stage, *words], [*start, "feedback", stage]]


def measure(course, assignment, size, rounds):
    """{who: [(number of submissions, Used) of each round]}, all of them in turn."""
    stage, handed_in = assignment.stage, submissions(assignment, STUDENTS)
    stock = [["nbgrader", "autograde", stage, "--force"], ["nbgrader", "generate_feedback", stage, "--force"]]
    found = {who: [] for who in (OURS, NBGRADER, OTTER) if who != OTTER or not otter.available()}
    for _ in range(rounds):
        for who, commands in ((OURS, grade_and_feedback(stage)), (NBGRADER, stock)):
            with course_of(course, stage, handed_in, size) as folder:
                found[who].append((size, together(timed(*command, cwd=folder) for command in commands)))
        if OTTER in found:
            found[OTTER].append((OTTER_SIZE, _by_otter(course, assignment, handed_in)))
    return found


def _by_otter(course, assignment, handed_in):
    with course_of(course, assignment.stage, handed_in, 1) as folder:
        otter.prepare(assignment, handed_in, folder)
        return together(timed(*command, cwd=folder) for command in otter.commands(folder, handed_in))


def table(stage, found):
    """What a submission costs each of them, and how many times what it costs us."""
    table = Table(title=f"{stage}: grade, gradebook and feedback; median (lowest to highest) of the rounds")
    for name in ("", "submissions", "a minute", "s each", "CPU s each", "peak MB", "time / ours", "CPU / ours"):
        table.add_column(name, justify="left" if not name else "right")
    for who, rows in found.items():
        pairs = list(zip(rows, found[OURS], strict=True))
        table.add_row(
            who,
            str(rows[0][0]),
            spread(60 * size / used.wall for size, used in rows),
            spread(used.wall / size for size, used in rows),
            spread(used.cpu / size for size, used in rows),
            f"{max(used.memory for _, used in rows):.0f}" if who != OTTER else "",
            spread((used.wall / size) / (ours.wall / count) for (size, used), (count, ours) in pairs),
            spread((used.cpu / size) / (ours.cpu / count) for (size, used), (count, ours) in pairs),
        )
    return table


def overhead(course, assignment, size, rounds):
    """Lines about what one more submission costs us beside its own cells: grade, gradebook, feedback page.

    With one worker: where two processors share a core, as in many virtual machines, each is slower beside the other.
    """
    stage, handed_in = assignment.stage, submissions(assignment, STUDENTS)
    small, large = len(STUDENTS), len(STUDENTS) * max(2, size // len(STUDENTS))
    own, ours = [], []
    for _ in range(rounds):
        own.append(statistics.mean(own_seconds(assignment, data) for data in handed_in.values()))
        cpu = []
        for count in (small, large):
            with course_of(course, stage, handed_in, count) as folder:
                commands = grade_and_feedback(stage, "--workers", "1")
                cpu.append(together(timed(*command, cwd=folder) for command in commands).cpu)
        own.append(statistics.mean(own_seconds(assignment, data) for data in handed_in.values()))
        ours.append((cpu[1] - cpu[0]) / (large - small))
    over = [mine - statistics.mean(own[2 * n : 2 * n + 2]) for n, mine in enumerate(ours)]
    return [
        f"{stage}: one more submission, from {small} to {large}: {spread(ours)} s of CPU in all; "
        f"its own cells, run as plain Python in a process of theirs: {spread(own)} s",
        f"overhead: {spread(1000 * value for value in over)} ms",
    ]
