"""How the cost grows with the class and shrinks with the workers."""

import contextlib

from rich.table import Table

from .classes import QUICK, course_of, submissions
from .end_to_end import grade_and_feedback
from .timing import timed

CREW_SIZE = 60


def class_sizes(course, assignment, sizes):
    """A rich table: classes of these sizes, with submissions whose own code asks for little."""
    table = Table(title=f"{assignment.stage}: autograder grade and feedback as the class grows ({', '.join(QUICK)})")
    columns = ("submissions", "grade s", "ms for one more", "feedback s", "peak MB", "in the first half")
    for name in (*columns, "open files", "in the first half", "left behind"):
        table.add_column(name, justify="right")
    handed_in, before = submissions(assignment, QUICK), None
    for size in sizes:
        with course_of(course, assignment.stage, handed_in, size) as folder:
            grade, pages = [timed(*command, cwd=folder) for command in grade_and_feedback(assignment.stage)]
        more = "" if before is None else f"{1000 * (grade.wall - before[1]) / (size - before[0]):.0f}"
        before = size, grade.wall
        memory, files = (grade.memory, grade.early), (grade.files, grade.early_files)
        table.add_row(
            str(size),
            f"{grade.wall:.1f}",
            more,
            f"{pages.wall:.1f}",
            *(f"{value:.0f}" for value in memory),
            *map(str, files),
            str(grade.left + pages.left),
        )
    return table


def crews(course, assignment):
    """A rich table: the same class by one and two processes of this machine, and of a dask cluster on it."""
    table = Table(title=f"{assignment.stage}: autograder grade, {CREW_SIZE} submissions ({', '.join(QUICK)})")
    for name in ("crew", "s", "submissions a minute"):
        table.add_column(name, justify="left" if name == "crew" else "right")
    handed_in = submissions(assignment, QUICK)
    for kind in ("processes", "dask workers"):
        for count in (1, 2):
            with _words(kind, count) as words, course_of(course, assignment.stage, handed_in, CREW_SIZE) as folder:
                command, _ = grade_and_feedback(assignment.stage, *words)
                used = timed(*command, cwd=folder)
            table.add_row(f"{count} {kind}", f"{used.wall:.1f}", f"{60 * CREW_SIZE / used.wall:.0f}")
    return table


@contextlib.contextmanager
def _words(kind, count):
    """The words of the command that grades with a crew, which is there meanwhile."""
    if kind == "processes":
        yield ["--workers", str(count)]
        return
    from distributed import LocalCluster

    with LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=":0") as cluster:
        yield ["--dask", cluster.scheduler_address]
