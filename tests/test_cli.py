"""The commands as a shell sees them: exit status, what goes to which stream, and never a stack trace."""

import json
import os
import re
import shutil
import tempfile
import time
from pathlib import Path

import pytest
import tiny_class
import tiny_course
from command import autograder
from test_gradebook import give

from autograder.cli import commands
from autograder.course import Course
from autograder.terminal import cut

STAGE = tiny_course.STAGE


def shell(*words, cwd, status, **env):
    """Run a command in a process of its own and return (standard output, standard error) of it."""
    done = tiny_class.shell(*words, cwd=cwd, **env)
    return checked(done.returncode, status, done.stdout, done.stderr)


def checked(got, status, *texts):
    assert got == status, texts
    for text in texts:
        assert "Traceback" not in text
        assert "\x1b" not in text
    return texts


def test_table_and_progress(graded_class):
    out, err = checked(graded_class.printed.returncode, 0, graded_class.printed.stdout, graded_class.printed.stderr)
    assert f"{STAGE}: 7 submissions" in out
    assert "6 / 7" in out and re.search(r"ben\W+graded\W+4 / 7\W+1\W", out)
    assert f"{tiny_class.ODD_NAME}: {tiny_class.SCORES[tiny_class.ODD_NAME]:g} of 7" in err
    assert "[7/7]" in err
    assert "not JSON" in out


def test_the_table_is_the_gradebooks(tiny, graded_class, tmp_path):
    """What a person gave, what still waits and what the tests gave, as feedback and exports have it."""
    out = shutil.copytree(graded_class.out, tmp_path / "out")
    give(out / "gradebook.db", "ben", "answer-1", manual_score=0.5)
    give(out / "gradebook.db", "peek", "test-1-1", manual_score=2.0)
    words = ("--submitted", graded_class.out.parent / "submitted", "--out", out, "--json", tmp_path / "tests.json")
    text, _ = autograder("grade", STAGE, *words, cwd=tiny.root, status=0)
    rows = {line.split()[0]: line for line in text.splitlines() if " / 7" in line}
    assert re.match(r" +ben +graded +4\.5 / 7 +Asser", rows["ben"])
    assert re.match(r" +peek +graded +2 / 7 +CheckFailed", rows["peek"])
    assert "2 with other points than the tests gave, by a person or for lateness" in text
    rows = {row["student"]: row for row in json.loads((tmp_path / "tests.json").read_text())["results"]}
    assert (rows["ben"]["score"], rows["peek"]["score"]) == (4.0, 0.0)


def test_the_table_comes_also_when_lateness_cannot_be_counted(tiny, graded_class, tmp_path):
    root, out = shutil.copytree(tiny.root, tmp_path / "course"), shutil.copytree(graded_class.out, tmp_path / "out")
    with open(root / "nbgrader_config.py", "a") as config:
        config.write("\nc.AssignLatePenalties.plugin_class = 'nowhere.Plugin'\n")
    give(out / "gradebook.db", "ben", "answer-1", manual_score=0.5)
    words = ("--submitted", graded_class.out.parent / "submitted", "--out", out)
    text, err = autograder("grade", STAGE, *words, cwd=root, status=1)
    assert re.search(r"ben +graded +4\.5 / 7", text)
    assert "the plugin for late submissions" in err.splitlines()[-1]


def test_a_long_message_ends_at_a_word():
    assert cut("yours is -1 times what was expected", 20) == "yours is -1 times …"
    assert cut("yours is -1 times", 17) == "yours is -1 times"
    assert cut("x" * 30, 10) == "x" * 8 + " …"
    for size in range(3, 40):
        assert len(cut("a few words, andalongonewithnoblanks", size)) <= size


def test_json_is_what_was_promised(graded_class):
    results = graded_class.results
    assert set(results) == {"stage", "max_score", "results"}
    assert (results["stage"], results["max_score"]) == (STAGE, 7.0)
    assert {student: row["score"] for student, row in graded_class.rows.items()} == tiny_class.SCORES
    row_keys = {
        "student",
        "status",
        "score",
        "max_score",
        "layers",
        "wall_s",
        "cpu_s",
        "error",
        "notes",
        "cells",
        "missing_layers",
    }
    for row in results["results"]:
        assert set(row) == row_keys
        assert list(row["cells"]) == (list(tiny_course.POINTS) if row["status"] == "graded" else [])
        for cell in row["cells"].values():
            assert set(cell) == {"score", "max_score", "passed", "message"}


def test_files_of_a_run(graded_class):
    out = graded_class.out
    assert sorted(path.name for path in out.iterdir()) == ["autograded", "gradebook.db"]
    assert {path.name for path in (out / "autograded").iterdir()} == set(tiny_class.SCORES)
    assert not (out / "autograded" / "broken" / STAGE / f"{STAGE}.ipynb").exists()


def test_feedback(tiny, graded_class, tmp_path):
    folder = shutil.copytree(graded_class.out, tmp_path / "out")
    out, err = autograder("feedback", STAGE, "--out", folder, cwd=tiny.root, status=0)
    assert out.startswith("7 pages")
    assert err == ""


def test_failed_row_is_status_1_and_named(deadly, empty_book, tmp_path):
    assignment = tiny_course.load(deadly)
    tiny_course.hand_in(tmp_path / "s", "ann", assignment.release_bytes)
    killer = tiny_course.filled(assignment, tiny_course.ordering("kill"))
    tiny_course.hand_in(tmp_path / "s", "ben", killer)
    (tmp_path / "out").mkdir()
    shutil.copy(empty_book, tmp_path / "out")
    out, err = autograder(
        *("grade", STAGE, "--submitted", tmp_path / "s", "--out", tmp_path / "out", "--workers", 1),
        cwd=deadly.root,
        status=1,
    )
    assert "could not be graded, by no fault of the student: ben" in err
    assert "0 / 7" in out


USAGE = {
    "no command": ([], "Usage"),
    "unknown command": (["mark"], "No such command"),
    "unknown option": (["grade", STAGE, "--fast"], "No such option"),
    "no stage": (["grade"], "Missing argument"),
    "no workers": (["grade", STAGE, "--workers", "0"], "--workers"),
    "workers in words": (["grade", STAGE, "--workers", "two"], "--workers"),
    "unknown stage": (["grade", "nn"], "there is no stage 'nn'"),
    "unknown stage to release": (["release", STAGE, "nn"], "there is no stage 'nn'"),
    "unknown stage to validate": (["validate", "../tiny"], "there is no stage '../tiny'"),
    "no submissions": (["grade", STAGE], "there is no folder"),
    "missing folder": (["grade", STAGE, "--submitted", "missing"], "there is no folder missing"),
    "file for a folder": (["grade", STAGE, "--submitted", "nbgrader_config.py"], "there is no folder"),
    "nobody": (["grade", STAGE, "--submitted", "source/tiny"], "holds no submissions"),
    "json over a folder": (["grade", STAGE, "--submitted", "source", "--json", "source"], "cannot write source"),
    "json into a file": (["grade", STAGE, "--submitted", "source", "--json", "nbgrader_config.py/a"], "cannot write"),
    "json to nowhere": (["grade", STAGE, "--submitted", "source", "--json", "/proc/a.json"], "cannot write /proc"),
    "out is a file": (
        ["grade", STAGE, "--submitted", "source", "--out", "nbgrader_config.py"],
        "cannot make the folder",
    ),
    "no feedback yet": (["feedback", STAGE, "--out", "source"], "nothing of tiny was graded"),
    "no course": (["--course", "/proc", "validate"], "no course at /proc"),
    "course missing": (["--course", "missing", "validate"], "missing is not a folder"),
}


def test_user_error_in_a_shell(tiny):
    assert shell("grade", "nn", cwd=tiny.root, status=2)[1].startswith("autograder: there is no stage 'nn'")


@pytest.mark.parametrize(("words", "said"), USAGE.values(), ids=USAGE)
def test_wrong_usage_is_status_2_and_one_line(tiny, words, said):
    out, err = autograder(*words, cwd=tiny.root, status=2)
    assert said in err
    assert out == ""
    if "Usage" not in err:
        assert len(err.splitlines()) == 1
    assert not (tiny.root / "gradebook.db").exists()


@pytest.mark.parametrize(
    ("words", "status"),
    [(["release"], 1), (["validate"], 1), (["doctor"], 2), (["grade", STAGE, "--submitted", "s"], 2)],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_no_room_for_temporary_files_is_one_line(tiny, empty_book, tmp_path, monkeypatch, words, status):
    course = Course(shutil.copytree(tiny.root, tmp_path / "course"))
    tiny_course.hand_in(course.root / "s", "ann", tiny_course.load(course).release_bytes)
    shutil.copy(empty_book, course.root)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    _, err = autograder(*words, cwd=course.root, status=status)
    assert "cannot use the folder for temporary files: No such file or directory; make room there, or name" in err
    assert len(err.splitlines()) == 1


def test_help_answers_at_once(tmp_path):
    start = time.monotonic()
    out, err = shell("--help", cwd=tmp_path, status=0)
    assert time.monotonic() - start < 3
    assert err == ""
    for word in ("release", "validate", "grade", "feedback"):
        assert word in out
        assert "Usage" in autograder(word, "-h", cwd=tmp_path, status=0)[0]


def test_the_list_of_commands_has_whole_sentences(tmp_path):
    out, _ = autograder("--help", cwd=tmp_path, status=0)
    lines = out.split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in lines] == sorted(commands.commands)
    assert all(line.endswith(".") and not line.endswith("...") and len(line) <= 80 for line in lines)


def test_gradebook_that_is_none(tiny, tmp_path):
    tiny_course.hand_in(tmp_path / "s", "ann", b"x")
    (tmp_path / "gradebook.db").write_bytes(b"no database" * 1000)
    words = ("grade", STAGE, "--submitted", tmp_path / "s", "--out", tmp_path)
    _, err = autograder(*words, cwd=tiny.root, status=2)
    assert "file is not a database" in err
    assert len(err.splitlines()) == 1


def test_release_and_validate(tiny, tmp_path):
    root = shutil.copytree(tiny.root, tmp_path / "course")
    path = root / "release" / STAGE / f"{STAGE}.ipynb"
    released = path.read_bytes()
    assert "is current" in autograder("release", cwd=root, status=0)[0]
    assert "scores 0" in autograder("validate", STAGE, cwd=root, status=0)[0]
    path.unlink()
    assert "written" in autograder("release", STAGE, cwd=root, status=0)[0]
    assert path.read_bytes() == released


def test_refused_release_is_status_1_and_writes_nothing(tiny, tmp_path):
    root = shutil.copytree(tiny.root, tmp_path / "course")
    path = root / "source" / STAGE / f"{STAGE}.ipynb"
    path.write_text(path.read_text().replace("# Tiny", "import autograder").replace('"id": "title"', '"id": "t"'))
    path.write_text(path.read_text().replace("LIMIT = 10", "import autograder"))
    before = (root / "release" / STAGE / f"{STAGE}.ipynb").read_bytes()
    out, err = autograder("release", STAGE, cwd=root, status=1)
    assert "names the autograder" in err
    assert out == ""
    assert (root / "release" / STAGE / f"{STAGE}.ipynb").read_bytes() == before
    assert "names the autograder" in autograder("validate", STAGE, cwd=root, status=1)[1]


HIDE = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == {name!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Hidden())
"""


@pytest.mark.parametrize("name", ["click", "nbgrader"])
def test_missing_package_says_what_to_install(tiny, tmp_path, name):
    (tmp_path / "sitecustomize.py").write_text(HIDE.format(name=name))
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    out, err = shell("grade", STAGE, cwd=tiny.root, status=2, PYTHONPATH=path)
    assert err == (
        f"autograder: the package {name} is missing; install what an instructor needs with: "
        "pip install '.[grader]'  (in a checkout of flatgrad)\n"
    )
    assert out == ""


def test_outside_a_course_a_relative_folder_is_the_users(tiny, tmp_path):
    _, err = autograder("--course", tiny.root, "grade", STAGE, "--submitted", "s", cwd=tmp_path, status=2)
    assert "there is no folder s;" in err
    assert not Path(tmp_path / "gradebook.db").exists()
