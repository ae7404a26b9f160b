"""nbgrader's own release generator, driven with the course's nbgrader_config.py and chosen places to write to."""

import os
import re
import sysconfig
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from tornado.log import app_log
from traitlets.config import PyFileConfigLoader

from . import CourseError, files
from .database import advised
from .text import one_line


def sqlite_url(path):
    """The database address of a file."""
    return f"sqlite:///{Path(path).absolute()}"


def find_scripts():
    """Let nbgrader find the `alembic` command also when the environment was not activated."""
    scripts, path = sysconfig.get_path("scripts"), os.environ.get("PATH", "")
    if scripts not in path.split(os.pathsep):
        os.environ["PATH"] = scripts + os.pathsep + path


def generate(course, stage, gradebook=None):
    """Run `nbgrader generate_assignment` for a stage and return the release notebook's bytes.

    gradebook: the path of the one that learns the stage's cells and points; none by default.
    Raises CourseError with nbgrader's own reason when the generator refuses the source, or cannot use the gradebook.
    """
    find_scripts()
    folder = files.scratch("release-")
    try:
        config = course_config(course)
        directory = CourseDirectory(config=config)
        directory.root = str(course.root)
        directory.release_directory = folder
        if gradebook is None:
            config.GenerateAssignment.no_database = True
            config.GenerateAssignment.preprocessors.remove(SaveCells)
        else:
            directory.db_url = sqlite_url(gradebook)
        app_log.disabled = True  # nbgrader logs a stack trace there, and then raises
        try:
            answer = NbGraderAPI(coursedir=directory, config=config).generate_assignment(stage)
        finally:
            app_log.disabled = False
        if not answer["success"]:
            raise CourseError(_told(_reason(answer), stage, gradebook))
        return (Path(folder) / stage / f"{stage}.ipynb").read_bytes()
    finally:
        files.remove(folder)


def course_config(course):
    """The course's nbgrader_config.py. Raises CourseError when it cannot be run."""
    try:
        return PyFileConfigLoader("nbgrader_config.py", path=str(course.root)).load_config()
    except Exception as error:
        reason = f"{type(error).__name__}: {one_line(str(error))}"
        raise CourseError(f"cannot read {course.root / 'nbgrader_config.py'}: {reason}") from None


def _told(reason, stage, gradebook):
    kind, _, text = reason.partition(": ")
    if gradebook is not None and kind.startswith("sqlite3."):
        return f"cannot write the gradebook {gradebook}: {advised(text)}"
    if gradebook is not None and "submissions associated" in text:
        return (
            f"the gradebook {gradebook} has submissions to {stage} from when it had other cells; grade into another "
            f"folder with --out, or type: nbgrader db assignment remove {stage} --force --db {sqlite_url(gradebook)} "
            "(its due date, and points and comments given by hand, are lost)"
        )
    todo = "" if gradebook is None else f"; autograder release {stage} names the cell"
    return f"nbgrader cannot generate stage {stage!r}: {reason}{todo}"


def _reason(answer):
    """The first exception in nbgrader's log, which says why; the last one only points to the log."""
    log = answer.get("log") or ""
    lines = [line.strip() for line in re.findall(r"^\s*(?:\w+\.)*\w*(?:Error|Exception)\b: .+$", log, re.MULTILINE)]
    return lines[0] if lines else (answer.get("error") or log or "no reason given").strip().splitlines()[-1]
