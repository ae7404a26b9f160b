"""Every command of docs/lms.md works, in the order of the page, in a course with the files that it names."""

import re
import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path

import platform_zips
import pytest
import tiny_course
from click.testing import CliRunner

from autograder import files
from autograder.cli import commands

PAGE = (Path(__file__).parents[1] / "docs" / "lms.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
ROSTER = 'Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"Ay, Ann",4711,,ann,\n'


def lines(kind):
    return [line for name, text in BLOCKS if name == kind for line in text.splitlines()]


@pytest.fixture(scope="module")
def root(tiny, empty_book, tmp_path_factory):
    """The tiny course, with the page's plugin for late days, and with the files that the commands name."""
    root = shutil.copytree(tiny.root, tmp_path_factory.mktemp("page") / "course")
    shutil.copy(empty_book, root)
    config, plugin = (text for name, text in BLOCKS if name == "python")
    with open(root / "nbgrader_config.py", "a") as file:
        file.write("\n" + config.splitlines()[1])
    (root / "late.py").write_text(plugin)
    work = tiny_course.data(tiny_course.filled(tiny_course.load(tiny)))
    place = "Ann Ay_1_assignsubmission_file_"
    platform_zips.write(
        root / "submissions.zip",
        platform_zips.entry(f"{place}/tiny.ipynb", work, utc=(2026, 3, 2, 18, 0, 0)),
        # One time alone is not used.
        platform_zips.entry(f"{place}/notes.txt", utc=(2026, 3, 1, 18, 0, 0)),
    )
    files.write(root / "class.csv", b"id,name\nann,Ann Ay\n")
    files.write(root / "canvas-gradebook.csv", ROSTER.encode())
    return root


def run(root, line):
    """Run a command of the page, with the tiny stage for its own."""
    program, *words = shlex.split(line.replace("softmax", tiny_course.STAGE))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        if program == "autograder":
            done = CliRunner().invoke(commands, words, prog_name=program)
            return done.exit_code, done.output
        path = Path(sysconfig.get_path("scripts"), program)
        done = subprocess.run([path, *words], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


def test_each_command_of_the_page(root):
    import sys

    said = {}
    for line in lines(""):
        status, said[line] = run(root, line)
        assert status == 0, (line, said[line])
        if "db assignment" in line:
            assert run(root, "autograder grade softmax --workers 1")[0] == 0
    sys.modules.pop("late", None)
    text = "\n".join(said.values())
    for name in ("grades.csv", "grades-tiny-tasks.csv", "canvas.csv", "gradescope/tiny.zip"):
        assert (root / name).is_file() and name in text
    assert (root / "submitted" / "ann" / "tiny" / "timestamp.txt").read_text() == "2026-03-02 18:00:00 UTC\n"
    # Two days began, at two points each.
    assert ",6.0,4.0,2.0,7.0" in (root / "grades.csv").read_text()
    assert (root / "canvas.csv").read_text().endswith('"Ay, Ann",4711,,ann,,2\n')


def test_options_that_the_page_names_exist():
    for option in set(re.findall(r"(--[a-z][a-z-]+)", PAGE)) - {"--duedate", "--json"}:
        assert any(
            option in done.output
            for word in ("collect", "export")
            if (done := CliRunner().invoke(commands, [word, "--help"]))
        ), option
