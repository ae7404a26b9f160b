"""The sample class, graded once by the command an instructor types: scores, files, gradebook, nbgrader's verdict."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.demo import answers

ROOT = Path(__file__).parents[1]
ALL = 24
# What each student loses, from what each one got wrong (see the files in autograder/demo/students).
LOST = {
    "acorn": set(),
    "birch": set(),
    "cedar": {"test-1-2", "test-3-3"},
    "dogwood": {"answer-2"},
    "elder": {"test-3-2", "test-3-3", "test-6-1"},
    "fern": {"test-1-1", "test-1-2", "test-2-1", "test-2-2"},
    "ginkgo": {"answer-1", "test-4-1", "test-4-2", "test-4-3", "test-4-4", "test-6-1"},
    "kelp": {"test-3-1", "test-3-3"},
    "maple": set(),
    "nettle": set(),
}
# What is left of a task that was right in part.
LEFT = {"dogwood": {"test-3-1": 1.0, "test-3-2": 1.0}}
KEPT = {
    "hazel": {"test-1-1", "test-1-2"},
    "ivy": set(),
    "juniper": {"test-1-1", "test-1-2", "test-2-1", "test-2-2", "test-3-1", "test-3-2", "test-3-3"},
}
# Stock nbgrader takes half a minute for each of these, so only some of the honest ones are compared here.
COMPARED = ("cedar", "dogwood", "hazel")


def run(*command, cwd):
    environment = {**os.environ, "PATH": sysconfig.get_path("scripts") + os.pathsep + os.environ["PATH"]}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The folder in which the class was made and graded, and what was printed."""
    out = tmp_path_factory.mktemp("class")
    python = sys.executable
    run(python, "-m", "autograder.demo", "softmax", str(out / "submitted"), cwd=ROOT)
    grade = (
        "grade",
        "softmax",
        "--submitted",
        str(out / "submitted"),
        "--out",
        str(out),
        "--json",
        str(out / "all.json"),
    )
    printed = run(python, "-m", "autograder", *grade, cwd=ROOT)
    return out, printed.stdout


@pytest.fixture(scope="module")
def results(graded):
    return {row["student"]: row for row in json.loads((graded[0] / "all.json").read_text())["results"]}


def test_everybody_has_a_row(graded, results):
    assert list(results) == answers.students("softmax")
    assert all(student in graded[1] for student in results)


@pytest.mark.parametrize("student", [*LOST, *KEPT])
def test_each_student_loses_what_was_wrong(results, student):
    row = results[student]
    assert row["status"] == "graded" and row["max_score"] == ALL
    lost = {grade_id for grade_id, cell in row["cells"].items() if cell["score"] == 0}
    expected = LOST[student] if student in LOST else set(row["cells"]) - KEPT[student] - waiting(row)
    assert lost == expected
    points = {grade_id: cell["max_score"] for grade_id, cell in row["cells"].items()}
    left = {grade_id: cell["score"] for grade_id, cell in row["cells"].items() if (cell["score"] or 0) > 0}
    left = {grade_id: score for grade_id, score in left.items() if score < points[grade_id]}
    assert left == LEFT.get(student, {})
    missing = sum(points[grade_id] for grade_id in [*lost, *waiting(row), *left])
    assert row["score"] == ALL - missing + sum(left.values())


def waiting(row):
    return {grade_id for grade_id, cell in row["cells"].items() if cell["score"] is None}


@pytest.mark.parametrize(
    ("student", "grade_id", "sense"),
    [
        ("cedar", "test-1-2", "nan"),
        ("dogwood", "test-3-1", "half the expected value"),
        ("dogwood", "test-3-2", "1 of 3 points"),
        ("elder", "test-3-2", "2 times too big, and N = 2"),
        ("ginkgo", "test-4-1", "changed its input w"),
        ("ginkgo", "test-4-2", "after step 2"),
        ("ivy", "test-5-4", "Task 5.4 is not written yet"),
        ("juniper", "test-4-1", "Python stopped"),
        ("kelp", "test-3-1", "ran longer than 20 s"),
    ],
)
def test_the_message_names_the_mistake(results, student, grade_id, sense):
    assert sense in results[student]["cells"][grade_id]["message"]


def test_a_wrong_file_is_rejected_in_one_line(results):
    assert results["larch"]["status"] == "rejected" and results["larch"]["score"] == 0
    assert "not a notebook" in results["larch"]["error"] and "\n" not in results["larch"]["error"]


def test_what_was_put_right_is_said(results):
    notes = " ".join(results["maple"]["notes"])
    for grade_id in ("task-1-1", "test-2-1", "test-1-2", "test-5-1", "my-linear-decay"):
        assert grade_id in notes


def test_the_gradebook_holds_the_same_scores(graded, results):
    with Gradebook(f"sqlite:///{graded[0] / 'gradebook.db'}") as gradebook:
        for student, row in results.items():
            notebook = gradebook.find_submission_notebook("softmax", "softmax", student)
            stored = {grade.name: grade.auto_score for grade in notebook.grades}
            expected = {grade_id: cell["score"] for grade_id, cell in row["cells"].items()}
            assert stored == (expected or dict.fromkeys(stored, 0.0)), student


def test_graded_notebooks_open_as_notebooks(graded, results):
    for student, row in results.items():
        path = graded[0] / "autograded" / student / "softmax" / "softmax.ipynb"
        assert path.exists() == (row["status"] == "graded")
        if path.exists():
            nbformat.validate(nbformat.read(path, as_version=4))


def test_stock_nbgrader_gives_the_same_scores(graded, results, tmp_path):
    out, _ = graded
    for name in ("source", "nbgrader_config.py"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    for student in COMPARED:
        shutil.copytree(out / "submitted" / student, tmp_path / "submitted" / student)
    run("nbgrader", "generate_assignment", "softmax", cwd=tmp_path)
    release = tmp_path / "release" / "softmax" / "softmax.ipynb"
    assert release.read_bytes() == (ROOT / "release" / "softmax" / "softmax.ipynb").read_bytes()
    run("nbgrader", "autograde", "softmax", cwd=tmp_path)
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as gradebook:
        for student in COMPARED:
            notebook = gradebook.find_submission_notebook("softmax", "softmax", student)
            theirs = {grade.name: grade.auto_score for grade in notebook.grades}
            ours = {grade_id: cell["score"] for grade_id, cell in results[student]["cells"].items()}
            assert theirs == ours, student


def test_feedback_pages_for_all(graded, results):
    out, _ = graded
    run(sys.executable, "-m", "autograder", "feedback", "softmax", "--out", str(out), cwd=ROOT)
    for student, row in results.items():
        page = (out / "feedback" / student / "softmax" / "softmax.html").read_text(encoding="utf-8")
        assert student in page
        assert "reference." not in page and "HIDDEN" not in page
        if row["status"] == "graded":
            assert f"{row['score']:g} <span" in page
