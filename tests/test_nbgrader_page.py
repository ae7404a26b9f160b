"""`nbgrader generate_feedback`, and so the formgrader's button, makes our pages: its own show the hidden tests."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tiny_class
import tiny_course

STAGE = tiny_course.STAGE


@pytest.fixture(scope="module")
def course(tiny, graded_class, tmp_path_factory):
    """A course folder with a graded class in it, and one submission of which only nbgrader knows."""
    folder = tmp_path_factory.mktemp("graded") / "course"
    shutil.copytree(tiny.root, folder)
    shutil.copytree(graded_class.out, folder, dirs_exist_ok=True)
    (folder / "autograded" / "peek" / STAGE / "result.json").unlink()
    return folder


def test_the_same_pages_and_nothing_else(course):
    programs = Path(sys.executable).parent
    env = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    command = [programs / "nbgrader", "generate_feedback", STAGE, "--force"]
    printed = subprocess.run(command, cwd=course, env=env, capture_output=True, text=True, timeout=300)
    assert printed.returncode == 0, printed.stderr
    theirs = {path.relative_to(course): path.read_bytes() for path in course.glob("feedback/**/*") if path.is_file()}
    shutil.rmtree(course / "feedback")
    printed = tiny_class.shell("feedback", STAGE, cwd=course)
    assert printed.returncode == 0, printed.stderr
    ours = {path.relative_to(course): path.read_bytes() for path in course.glob("feedback/**/*") if path.is_file()}
    peek = Path("feedback", "peek", STAGE, f"{STAGE}.html")
    assert b"nbgrader" in theirs.pop(peek)  # the way of nbgrader is still there for what it graded itself
    assert peek not in ours
    # Those of which there is no notebook have a page from us only.
    assert {"ann", "ben", "empty"} <= {path.parts[1] for path in theirs}
    assert theirs == {path: ours[path] for path in theirs}
