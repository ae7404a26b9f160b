"""`autograder report`: both pages of each stage, and a few lines of what stands in them."""

from pathlib import Path

import click

from .. import CourseError
from ..complaint import complain
from ..text import counted, visible
from . import page
from .class_results import read, was_graded

SHOWN = 3


def write_pages(course, stages, named, out):
    """Write the pages of stages in the folder that `grade` wrote to, and print what to know. Returns the exit status.

    named: the stages were asked for by name; otherwise, those of which nothing was graded are left out.
    """
    out, status = Path(out), 0
    if not named:
        stages = [stage for stage in stages if was_graded(out, stage)]
        if not stages:
            raise CourseError(f"nothing was graded in {out}; run: autograder grade STAGE")
    for stage in stages:
        try:
            status = max(status, _write(course, stage, out))
        except CourseError as error:
            complain(str(error))
            status = 2
    return status


def _write(course, stage, out):
    results = read(course, stage, out)
    path, report = page.write(results, out)
    click.echo(f"{stage}: {report.headline}")
    for alert in report.alerts[:SHOWN]:
        click.echo(f"  {alert.text}")
    if len(report.alerts) > SHOWN:
        click.echo(f"  and {len(report.alerts) - SHOWN} more to look at")
    click.echo(f"  {path}")
    for student, what in results.damaged:
        complain(f"{stage}: {visible(student)}: {what}; grade again")
    try:
        from . import similarity_page
    except ModuleNotFoundError as error:
        if error.name != "copydetect":
            raise
        complain(f"the page of similar code needs the package {error.name}: pip install '.[grader]'")
        return 1
    path, findings = similarity_page.write(results, out)
    pairs = len(findings.pairs) + findings.more
    click.echo(f"  {path}: {counted(pairs, 'pair')} with similar code")
    return 1 if results.damaged else 0
