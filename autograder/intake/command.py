"""`autograder collect`: collect a stage and say what was done."""

import click

from ..assignment import Assignment
from . import classlist
from .collecting import collect
from .shelf import NEW, UNCHANGED, UPDATED


def run(course, stage, place, target, students, update):
    """Collect a stage from a folder or a zip. Returns True when nobody needs a person. Raises CourseError."""
    limits = Assignment.load(course, stage).limits
    listed = classlist.load(students) if students is not None else None
    done = collect(stage, place, target, limits, listed, update)
    for line in done.notes:
        click.echo(line)
    if done.late:
        click.echo(f"late, says Canvas: {', '.join(done.late)}")
    for line in done.troubles:
        click.echo(f"autograder: {line}", err=True)
    counts = ", ".join(f"{done.counts[what]} {what}" for what in (NEW, UNCHANGED, UPDATED) if done.counts[what])
    click.echo(f"{stage}: {counts or 'nothing new'} in {target}")
    return not done.troubles
