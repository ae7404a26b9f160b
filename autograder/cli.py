"""The commands of `autograder`. Each one reads its words, calls one function, and prints what a person wants to know.

What a command needs is imported when it runs, so that `autograder --help` answers at once.
"""

import contextlib
import functools
from pathlib import Path

import click

from . import CourseError, __version__
from .complaint import complain

PATH = click.Path(path_type=Path)


@contextlib.contextmanager
def _one_clear_line(status):
    """Turn a CourseError into its lines on standard error and an exit status."""
    try:
        yield
    except CourseError as error:
        for line in str(error).splitlines():
            complain(line)
        raise SystemExit(status) from None


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option("--course", type=PATH, help="The course folder (with source/); by default the one you are in.")
@click.pass_context
def commands(context, course):
    """Make releases, grade submissions, write feedback."""
    context.obj = course


def _course(context):
    from .course import Course

    return Course.find(context.obj)


def _stages(context, names):
    with _one_clear_line(2):
        course = _course(context)
        return course, course.choose(names)


@commands.command()
@click.argument("stage", nargs=-1)
@click.option("--bundle", is_flag=True, help="Also make bundles/<stage>.zip: all that a student needs, and no more.")
@click.pass_context
def release(context, stage, bundle):
    """Make the students' notebooks from source/ and look for leaks."""
    course, stages = _stages(context, stage)
    from . import files
    from .release import make_release

    for name in stages:
        with _one_clear_line(1):
            data = make_release(course, name)
            written = files.write_changed(course.release(name), data)
        click.echo(f"{name}: no leaks, only stubs fail; release/{name}/{name}.ipynb {_written(written)}")
        if bundle:
            from .bundle import make_bundle

            with _one_clear_line(1):
                data = make_bundle(name, data)
                written = files.write_changed(course.bundle(name), data)
            click.echo(f"{name}: bundles/{name}.zip {_written(written)}, {len(data) / 1e6:.0f} MB")


def _written(written):
    return "written" if written else "is current"


@commands.command(short_help="Check that the source has full marks and the release none.")
@click.argument("stage", nargs=-1)
@click.pass_context
def validate(context, stage):
    """Check that the source scores full marks and the untouched release nothing."""
    course, stages = _stages(context, stage)
    from .validation import problems

    bad = False
    for name in stages:
        with _one_clear_line(1):
            found = problems(course, name)
        for line in found:
            click.echo(f"{name}: {line}", err=True)
        if not found:
            click.echo(f"{name}: the source scores full marks, the untouched release scores 0")
        bad = bad or bool(found)
    raise SystemExit(1 if bad else 0)


@commands.command(short_help="Grade the submissions of a stage; again only what changed.")
@click.argument("stage")
@click.option(
    "--submitted",
    type=PATH,
    help="Folder with <student>/<stage>/<stage>.ipynb. Default: submitted/ of the course.",
)
@click.option("--out", type=PATH, help="Folder for gradebook.db and autograded/. Default: the course folder.")
@click.option("--json", "json_path", type=PATH, help="Also write all results to this file.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes. Default: one per core.")
@click.option("--dask", metavar="ADDRESS", help="Grade on the workers of a dask scheduler instead of this machine.")
@click.option(
    "--unsafe-no-sandbox",
    is_flag=True,
    help="Grade also where student code cannot be confined. Only for notebooks that you would run yourself.",
)
@click.option("--force", is_flag=True, help="Grade all of them, also those that did not change since the last time.")
@click.pass_context
def grade(context, stage, submitted, out, json_path, workers, dask, unsafe_no_sandbox, force):
    """Grade all submissions of a stage that changed since the last time, or whose tests did."""
    if workers and dask:
        raise click.UsageError("--workers is for this machine; with --dask, the cluster has as many as were started")
    course, (stage,) = _stages(context, [stage])
    from . import preload

    if not dask:
        preload.start()
    from .class_command import grade_class

    with _one_clear_line(2):
        status = grade_class(
            course,
            stage,
            submitted or course.root / "submitted",
            out or course.root,
            json_path,
            _crew(workers, dask),
            unsafe_no_sandbox,
            force,
        )
    raise SystemExit(status)


def _crew(workers, dask):
    """What makes the crew that grades: processes of this machine or a cluster's workers."""
    if not dask:
        from .pool.processes import Processes

        return functools.partial(Processes, workers=workers)
    try:
        from .pool.cluster import Cluster
    except ModuleNotFoundError as error:
        raise CourseError(f"--dask needs the package {error.name}: pip install '.[cluster]'") from None
    return functools.partial(Cluster, address=dask)


@commands.command(short_help="Break the solutions of a stage, and see what its tests miss.")
@click.argument("stage", nargs=-1)
@click.option("--cell", multiple=True, help="Only mutants of this solution cell (its grade_id). Can be repeated.")
@click.option("--every", type=click.IntRange(min=1), default=1, help="Only each so many-th mutant: a quick look.")
@click.option("--sweep", is_flag=True, help="Also find out how far the tolerances lie from right and wrong answers.")
@click.option("--seeds", type=click.IntRange(min=1), default=5, help="With --sweep: seeds for each right answer.")
@click.option("--json", "json_path", type=PATH, help="Also write all of it to this file.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes. Default: one per core.")
@click.pass_context
def mutants(context, stage, cell, every, sweep, seeds, json_path, workers):
    """Measure the tests of a stage: break its solutions, a line at a time, and see which test notices."""
    course, stages = _stages(context, stage)
    if json_path is not None and len(stages) > 1:
        raise click.UsageError("--json takes the findings of one stage: name it")
    from . import preload

    preload.start()
    from .mutants.command import measure

    good = True
    for name in stages:
        with _one_clear_line(2):
            good = measure(course, name, cell, every, seeds if sweep else 0, json_path, workers) and good
    raise SystemExit(0 if good else 1)


@commands.command()
def doctor():
    """Tell which layers of the sandbox hold on this machine."""
    from .doctor import look
    from .terminal import consoles, layer_table

    console, _ = consoles()
    with _one_clear_line(2):
        layers = look()
    console.print(layer_table(layers))
    raise SystemExit(0 if all(layer.holds for layer in layers) else 1)


@commands.command()
@click.argument("stage")
@click.option(
    "--out",
    type=PATH,
    help="The folder that grade wrote to; feedback/ goes there. Default: the course folder.",
)
@click.pass_context
def feedback(context, stage, out):
    """Write a feedback page for each graded submission."""
    course, (stage,) = _stages(context, [stage])
    from .feedback import write_pages

    with _one_clear_line(2):
        pages = write_pages(course, stage, out or course.root)
    click.echo(f"{len(pages)} page{'' if len(pages) == 1 else 's'}, the first one: {pages[0]}")


@commands.command(short_help="Write a page on the class, and one of similar code.")
@click.argument("stage", nargs=-1)
@click.option(
    "--out",
    type=PATH,
    help="The folder that grade wrote to; report/ goes there. Default: the course folder.",
)
@click.pass_context
def report(context, stage, out):
    """Write a page on the class: how it did, which test is bad, whom to look at; and one with code that looks alike."""
    course, stages = _stages(context, stage)
    from .report.command import write_pages

    with _one_clear_line(2):
        status = write_pages(course, stages, bool(stage), out or course.root)
    raise SystemExit(status)


@commands.command(short_help="Take submissions from Canvas, Moodle, nbgrader or a folder.")
@click.argument("stage")
@click.argument("from", type=PATH)
@click.option("--to", type=PATH, help="Folder that gets <student>/<stage>/. Default: submitted/ of the course.")
@click.option("--students", type=PATH, help="The class (CSV): turns names and a platform's numbers into your ids.")
@click.option("--update", is_flag=True, help="Replace a notebook of an earlier collection by another one.")
@click.pass_context
def collect(context, stage, to, students, update, **words):
    """Take submissions FROM a Canvas or Moodle archive, nbgrader's exchange or any folder."""
    course, (stage,) = _stages(context, [stage])
    from .intake.command import run

    with _one_clear_line(2):
        good = run(course, stage, words["from"], to or course.root / "submitted", students, update)
    raise SystemExit(0 if good else 1)


@commands.command(short_help="Write scores for nbgrader, Canvas or Gradescope.")
@click.argument("stage", nargs=-1)
@click.option("--format", "form", type=click.Choice(["nbgrader", "canvas", "gradescope"]), required=True)
@click.option("--out", type=PATH, help="The folder that grade wrote to. Default: the course folder.")
@click.option("--to", type=PATH, help="What to write. Default: grades.csv, canvas.csv or gradescope/ in there.")
@click.option("--roster", type=PATH, help="canvas: the gradebook that Canvas exported, to be filled in.")
@click.option("--students", type=PATH, help="canvas: the class (CSV) that tells names by your ids, beside --roster.")
@click.option("--tasks", is_flag=True, help="nbgrader: also a table a stage with a column for each graded cell.")
@click.option(
    "--unsafe-no-sandbox",
    is_flag=True,
    help="gradescope: grade there also where student code could read the tests.",
)
@click.pass_context
def export(context, stage, form, out, to, roster, students, tasks, unsafe_no_sandbox):
    """Write scores for nbgrader, Canvas or Gradescope, and Gradescope's autograder."""
    for flag, given, fits in (
        ("--roster", roster, "canvas"),
        ("--students", students, "canvas"),
        ("--tasks", tasks, "nbgrader"),
        ("--unsafe-no-sandbox", unsafe_no_sandbox, "gradescope"),
    ):
        if given and form != fits:
            raise click.UsageError(f"{flag} is for --format {fits}")
    if students and not roster:
        raise click.UsageError("--students goes with --roster: it tells whose row there is whose")
    course, stages = _stages(context, stage)
    from .exports import command

    with _one_clear_line(2):
        good = command.export(
            course, stages, stage, form, out or course.root, to, roster, students, tasks, unsafe_no_sandbox
        )
    raise SystemExit(0 if good else 1)
