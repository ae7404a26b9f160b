"""Write the sample class of a stage: python -m autograder.demo STAGE FOLDER."""

from pathlib import Path

import click

from .. import CourseError, files
from ..assignment import Assignment
from ..course import Course
from . import answers, tampering


def write_class(course, stage, folder):
    """Write <folder>/<student>/<stage>/<stage>.ipynb for each sample student; returns their names."""
    release = Assignment.load(course, stage).release
    names = answers.students(stage)
    if not names:
        raise CourseError(f"there is no sample class for {stage}")
    for student in names:
        sample = answers.load(stage, student)
        notebook = answers.fill_in(release, sample.cells)
        data = getattr(tampering, sample.tamper or "none")(notebook)
        files.write(Path(folder) / student / stage / f"{stage}.ipynb", data)
    return names


@click.command()
@click.argument("stage")
@click.argument("folder", type=click.Path(path_type=Path))
def main(stage, folder):
    """Write the sample class of STAGE into FOLDER."""
    try:
        course = Course.find()
        (stage,) = course.choose([stage])
        names = write_class(course, stage, folder)
    except CourseError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{len(names)} sample submissions in {folder}: {', '.join(names)}")


if __name__ == "__main__":
    main(prog_name="python -m autograder.demo")
