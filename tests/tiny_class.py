"""A class of the tiny course: a student of each kind."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import tiny_course

MARKUP = "<script>alert('own')</script> & \"quotes\" \x1b[31m\u202e"
PEEK = "get_ipython().user_ns['In'][-1]"
ODD_NAME = '[red]o\'neil, <b>"x"</b>'.replace("/", "-")

ANSWERS = {
    "ann": {},
    "ben": {"task-1-1": "def double(x):\n    return 4", "answer-1": f"Because. {MARKUP}"},
    "peek": {
        "task-1-1": f"def double(x):\n    if x == 2: return 4\n    raise ValueError({PEEK})",
        "task-1-2": f"from flatgrad.check import CheckFailed\ndef half(x):\n    raise CheckFailed({PEEK})",
        "task-2-1": f"def greet(name):\n    print({PEEK})\n    raise KeyError(name)  # {MARKUP}",
    },
    ODD_NAME: {"task-1-2": "def half(x):\n    return x // 2"},
}
SCORES = {"ann": 6.0, "ben": 4.0, "peek": 0.0, ODD_NAME: 4.0, "empty": 0.0, "broken": 0.0, "gone": 0.0}


def hand_in(course, folder):
    """Write the class's submissions into a folder."""
    assignment = tiny_course.load(course)
    for student, answers in ANSWERS.items():
        tiny_course.hand_in(folder, student, tiny_course.filled(assignment, answers))
    tiny_course.hand_in(folder, "empty", assignment.release_bytes)
    tiny_course.hand_in(folder, "broken", b"<html>\x1b[31m</html>")
    (folder / "gone").mkdir()
    (folder / "ann" / "tiny" / "timestamp.txt").write_text("2026-03-01 12:00:00 UTC")


@dataclass(frozen=True)
class Graded:
    """out: the folder with the gradebook and the graded notebooks. results: the results file. printed: both streams."""

    out: Path
    results: dict
    printed: subprocess.CompletedProcess

    @property
    def rows(self):
        """{student: row} of the results file."""
        return {row["student"]: row for row in self.results["results"]}


def shell(*words, cwd, timeout=120, **env):
    """Run `autograder` in a process of its own, in which nothing asks for colours."""
    coloured = ("FORCE_COLOR", "PY_COLORS", "CLICOLOR_FORCE")
    env = {**{key: value for key, value in os.environ.items() if key not in coloured}, **env}
    command = [sys.executable, "-m", "autograder", *map(str, words)]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=timeout)


def grade(course, empty_book, folder):
    """Grade the class with the command, in a terminal that knows ASCII only."""
    hand_in(course, folder / "submitted")
    out, path = folder / "out", folder / "new" / "results.json"
    out.mkdir()
    shutil.copy(empty_book, out)
    words = ("grade", "tiny", "--submitted", folder / "submitted", "--out", out, "--json", path, "--workers", 2)
    printed = shell(*words, cwd=course.root, PYTHONIOENCODING="ascii")
    assert printed.returncode == 0, printed.stderr
    return Graded(out, json.loads(path.read_text(encoding="utf-8")), printed)
