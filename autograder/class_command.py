"""`autograder grade`: grade a class, and say what came of it."""

import click

from . import CourseError, class_run, files, penalties
from .complaint import complain
from .result import FAILED
from .standing import of_tests, standings
from .terminal import change_table, consoles, follow, score_table, unconfined
from .text import counted


def grade_class(course, stage, submitted, out, json_path, make_crew, unsafe_no_sandbox, force):
    """Grade all submissions of a stage that changed, and print what to know. Returns the exit status.

    See `class_run.run`. Raises CourseError when it cannot begin.
    """
    console, errors = consoles()
    if json_path is not None:
        files.check_writable(json_path)
    troubles = []
    try:
        run = class_run.run(
            course,
            stage,
            submitted,
            out,
            make_crew,
            follow=lambda pairs, total: follow(pairs, total, errors),
            unsafe_no_sandbox=unsafe_no_sandbox,
            force=force,
        )
    except class_run.NotKept as error:
        run, troubles = class_run.ClassRun(error.results, [], [], []), [error]
    standing, late = of_tests(run.results), []
    if not troubles:
        standing, late = _what_counts(course, stage, out, run.results, troubles)
    console.print(score_table(stage, run.results, standing))
    _tell_changes(run, console)
    if json_path is not None:
        _write_json(json_path, stage, run.results, troubles)
    _tell_others(run, standing, json_path)
    failed = [student for student, result in run.results.items() if result.status == FAILED]
    if failed:
        complain(f"{len(failed)} could not be graded, by no fault of the student: {', '.join(failed)}")
    for line in late:
        click.echo(line)
    for line in (line for trouble in troubles for line in str(trouble).splitlines()):
        complain(line)
    return 1 if failed or troubles else 0


def _what_counts(course, stage, out, results, troubles):
    """({student: Standing}, lines on what lateness costs). What goes wrong with these is added to troubles."""
    lines = []
    try:
        late, lines = penalties.assign(course, stage, out)
        for one in late:
            lines.append(f"late: {one.student}, by {penalties.span(one.seconds)}: {counted(one.points, 'point')} less")
    except CourseError as error:
        troubles.append(error)
    try:
        return standings(stage, out, results), lines
    except CourseError as error:
        troubles[:] = troubles or [error]
        return of_tests(results), lines


def _tell_changes(run, console):
    if run.changes:
        console.print(change_table(run.changes))
    if run.unchanged:
        again = sum(bool(result.submission) for result in run.results.values()) - len(run.unchanged)
        same = len(run.unchanged)
        click.echo(f"{again} graded; {same} did not change since the last time (--force grades all of them)")


def _write_json(path, stage, results, troubles):
    try:
        class_run.write_json(path, stage, max(result.max_score for result in results.values()), results)
    except CourseError as error:
        troubles.append(error)


def _tell_others(run, standing, json_path):
    """Lines about who has other points than the tests gave, who was not confined, and who is not here."""
    others = sum(standing[student].score != result.score for student, result in run.results.items())
    if others:
        tests = f"; {json_path} has those of the tests" if json_path else ""
        click.echo(f"{others} with other points than the tests gave, by a person or for lateness{tests}")
    for layers, students in unconfined(run.results).items():
        complain(f"{students} graded without the sandbox's layers {', '.join(layers)}")
    if run.absent:
        click.echo(f"{len(run.absent)} in the gradebook have no folder here: {', '.join(run.absent)}")
