"""`autograder collect`: collect a stage and say what was done."""

import click

from ..assignment import Assignment
from ..complaint import complain
from . import classlist
from .collecting import collect
from .shelf import NEW, UNCHANGED, UPDATED


def run(course, stage, place, target, students, update):
    """Collect a stage from a folder or a zip. Returns True when nobody needs a person. Raises CourseError."""
    limits = Assignment.load(course, stage).limits
    listed = classlist.load(students) if students is not None else None
    others = [other for other in course.stages() if other != stage]
    done = collect(stage, place, target, limits, listed, update, others)
    for line in done.notes:
        click.echo(line)
    if done.late:
        click.echo(f"late, says Canvas: {', '.join(done.late)}")
    if done.no_time:
        click.echo(
            f"Canvas does not say when; for a penalty write it, as 2026-03-01 12:00:00 UTC, into "
            f"{target}/<student>/{stage}/timestamp.txt of: {', '.join(done.no_time)}"
        )
    if done.typed:
        click.echo(f"also typed text into Moodle: {', '.join(done.typed)}")
    for line in done.troubles:
        complain(line)
    counts = ", ".join(f"{done.counts[what]} {what}" for what in (NEW, UNCHANGED, UPDATED) if done.counts[what])
    click.echo(f"{stage}: {counts or 'nothing new'} in {target}")
    return not done.troubles
