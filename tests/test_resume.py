"""Grading again grades what changed and nothing else, and takes up where an interrupted run stopped."""

import functools
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import tiny_class
import tiny_course
from nbgrader.api import Gradebook

from autograder import class_run, files, identity
from autograder.course import Course
from autograder.generator import sqlite_url
from autograder.pool.processes import Processes
from autograder.release import make_release

STAGE = tiny_course.STAGE
two_workers = functools.partial(Processes, workers=2)


class Class:
    """A course of its own and a class in it, that can be graded again and again."""

    def __init__(self, course, empty_book, folder):
        self.course, self.submitted, self.out = course, folder / "submitted", folder / "out"
        tiny_class.hand_in(course, self.submitted)
        self.out.mkdir(parents=True)
        shutil.copy(empty_book, self.out)
        self.graded = []

    def grade(self, **options):
        """Grade; `graded` then tells who really was."""
        self.graded = []

        def follow(pairs, total):
            for item, result in pairs:
                self.graded.append(item.student)
                yield item, result

        found = class_run.run(self.course, STAGE, self.submitted, self.out, two_workers, follow, **options)
        self.graded = sorted(student for student in self.graded if found.results[student].submission)
        return found

    def hand_in(self, student, **answers):
        """A submission with answers, by default to the tasks as in tiny_course."""
        given = {name.replace("_", "-"): text for name, text in answers.items()}
        assignment = tiny_course.load(self.course)
        tiny_course.hand_in(self.submitted, student, tiny_course.filled(assignment, given))

    def change_source(self, change):
        """Change the instructor's notebook, {cell id: cell}, and release it anew."""
        notebook = tiny_course.source()
        change({cell.id: cell for cell in notebook.cells})
        tiny_course.write_source(self.course, notebook)
        files.write(self.course.release(STAGE), make_release(self.course, STAGE))

    @property
    def book(self):
        return self.out / "gradebook.db"


@pytest.fixture
def group(tiny, tmp_path, empty_book):
    course = Course(shutil.copytree(tiny.root, tmp_path / "course"))
    return Class(course, empty_book, tmp_path)


HANDED_IN = sorted(student for student in tiny_class.SCORES if student != "gone")


def content(book):
    """All that the gradebook holds of the class, whatever its row ids, and how many rows of each kind there are."""
    with Gradebook(sqlite_url(book)) as gradebook:
        submissions = gradebook.find_assignment(STAGE).submissions
        grades = {
            (submission.student.id, submission.timestamp, grade.name): (
                grade.auto_score,
                grade.manual_score,
                grade.needs_manual_grade,
            )
            for submission in submissions
            for notebook in submission.notebooks
            for grade in notebook.grades
        }
    with sqlite3.connect(book) as rows:
        tables = ("student", "submitted_assignment", "submitted_notebook", "grade", "comment", "base_cell")
        return grades, {table: rows.execute(f"select count(*) from {table}").fetchone() for table in tables}


def kept(out):
    """{path: bytes} of all graded notebooks and results, but for times."""
    found = {}
    for path in out.glob("autograded/*/*/*"):
        found[path.relative_to(out)] = path.read_bytes()
        if path.name == "result.json":
            fields = json.loads(path.read_text())
            found[path.relative_to(out)] = {key: fields[key] for key in fields if key not in ("wall_s", "cpu_s")}
    return found


def test_nothing_changed(group):
    first = group.grade()
    assert group.graded == HANDED_IN and first.unchanged == [] and first.changes == []
    before = content(group.book), kept(group.out)
    second = group.grade()
    assert group.graded == [] and second.unchanged == HANDED_IN and second.changes == []
    assert second.results == first.results
    assert {student: result.score for student, result in second.results.items()} == tiny_class.SCORES
    assert (content(group.book), kept(group.out)) == before


def test_handed_in_again(group):
    group.grade()
    group.hand_in("ann", task_1_1="def double(x):\n    return x")
    group.hand_in("new")
    found = group.grade()
    assert group.graded == ["ann", "new"]
    ((student, old, new, why),) = found.changes
    assert (student, old.score, new.score, why) == ("ann", 6.0, 4.0, "handed in again")
    grades, _ = content(group.book)
    assert {score[0] for key, score in grades.items() if key[0] == "ann" and key[2] == "test-1-1"} == {0.0}


def test_changed_test_grades_all_again_and_tells_whose_points_changed(group):
    group.grade()

    def harder(cells):
        cells["test-1-2"].source = cells["test-1-2"].source.replace("half(7) == 3.5", "half(7) == 3")

    group.change_source(harder)
    found = group.grade()
    assert group.graded == HANDED_IN
    points = {(change.student, change.old.score, change.new.score, change.why) for change in found.changes}
    assert points == {
        ("ann", 6.0, 4.0, "the tests changed"),
        ("ben", 4.0, 2.0, "the tests changed"),
        (tiny_class.ODD_NAME, 4.0, 6.0, "the tests changed"),
    }


@pytest.mark.parametrize(("cell", "old", "new"), [("title", "# Tiny", "# Small"), ("task-1-1", "2 * x", "x * 2")])
def test_changed_prose_or_solution_changes_no_result(group, cell, old, new):
    group.grade()

    def edit(cells):
        assert old in cells[cell].source
        cells[cell].source = cells[cell].source.replace(old, new)

    group.change_source(edit)
    group.grade()
    assert group.graded == []


@pytest.mark.parametrize(
    "change",
    [
        lambda cells: cells["setup"].update(source="LIMIT = 11"),
        lambda cells: cells["test-1-1"].metadata.nbgrader.update(points=5),
        lambda cells: cells["picture"].metadata.update(tags=[]),
        lambda cells: cells["task-1-1"].update(source=tiny_course.DOUBLE + "\n\ndef more():\n    pass"),
    ],
    ids=["locked cell", "points", "tag", "name that a test may use"],
)
def test_what_can_change_a_score_grades_all_again(group, change):
    group.grade()
    group.change_source(change)
    group.grade()
    assert group.graded == HANDED_IN


def test_force(group):
    group.grade()
    before = content(group.book), kept(group.out)
    found = group.grade(force=True)
    assert group.graded == HANDED_IN and found.unchanged == [] and found.changes == []
    assert (content(group.book), kept(group.out)) == before


def test_another_secret_draws_other_inputs(group, monkeypatch, tmp_path):
    group.grade()
    monkeypatch.setenv("AUTOGRADER_SECRET", str(tmp_path / "secret"))
    group.grade()
    assert group.graded == HANDED_IN


def test_another_grader(group, monkeypatch):
    group.grade()
    monkeypatch.setattr("autograder.identity.grader_digest", lambda: "f" * 64)
    group.grade()
    assert group.graded == HANDED_IN


def test_gradebook_gets_back_what_it_lost(group, empty_book):
    group.grade()
    whole = content(group.book)
    shutil.copy(empty_book, group.out)
    group.grade()
    assert group.graded == [] and content(group.book) == whole
    with Gradebook(sqlite_url(group.book)) as book:
        book.find_grade("test-1-1", STAGE, STAGE, "ann").auto_score = 1.0
        book.remove_submission(STAGE, "ben")
    group.grade()
    assert group.graded == [] and content(group.book) == whole


def test_new_timestamp_is_stored(group):
    group.grade()
    (group.submitted / "ann" / STAGE / "timestamp.txt").write_text("2026-04-01 12:00:00 UTC")
    group.grade()
    assert group.graded == []
    assert {str(key[1]) for key in content(group.book)[0] if key[0] == "ann"} == {"2026-04-01 12:00:00"}


def test_manual_scores_stay(group):
    group.grade()
    with Gradebook(sqlite_url(group.book)) as book:
        grade = book.find_grade("answer-1", STAGE, STAGE, "ben")
        grade.manual_score, grade.needs_manual_grade = 0.5, False
        book.db.commit()
    before = content(group.book)
    group.grade()
    assert content(group.book) == before


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b'{"cells": 3}', b'{"status": "graded"}', b"\xff"])
def test_damaged_result_is_made_anew(group, damage):
    group.grade()
    before = kept(group.out)
    (group.out / "autograded" / "ann" / STAGE / "result.json").write_bytes(damage)
    group.grade()
    assert group.graded == ["ann"] and kept(group.out) == before


def test_lost_notebook_is_made_anew(group):
    group.grade()
    before = kept(group.out)
    (group.out / "autograded" / "ann" / STAGE / f"{STAGE}.ipynb").unlink()
    group.grade()
    assert group.graded == ["ann"] and kept(group.out) == before


def test_result_without_a_layer_is_made_anew_with_it(group):
    group.grade()
    path = group.out / "autograded" / "ann" / STAGE / "result.json"
    fields = json.loads(path.read_text())
    fields["layers"] = fields["layers"][1:]
    path.write_text(json.dumps(fields))
    group.grade(unsafe_no_sandbox=True)
    assert group.graded == []
    group.grade()
    assert group.graded == ["ann"]


def test_command_says_what_it_did(group):
    words = ("grade", STAGE, "--submitted", group.submitted, "--out", group.out, "--workers", 2)
    first = tiny_class.shell(*words, cwd=group.course.root)
    assert first.returncode == 0 and "did not change" not in first.stdout
    group.hand_in("ann", task_1_1="def double(x):\n    return x")
    second = tiny_class.shell(*words, cwd=group.course.root)
    assert second.returncode == 0, second.stderr
    assert f"1 graded; {len(HANDED_IN) - 1} did not change since the last time" in second.stdout
    assert "handed in again" in second.stdout and "test-1-1 2 → 0" in second.stdout


@pytest.mark.parametrize("done", [1, 3, 5])
def test_killed_and_taken_up_again(group, done, tmp_path):
    """SIGKILL to the command and its whole group, when so many submissions are done."""
    undisturbed = Class(group.course, group.book, tmp_path / "undisturbed")
    undisturbed.grade()
    words = ["grade", STAGE, "--submitted", group.submitted, "--out", group.out, "--workers", 2]
    command = [sys.executable, "-m", "autograder", *map(str, words)]
    with subprocess.Popen(
        command,
        cwd=group.course.root,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        for line in process.stderr:
            if line.startswith(f"[{done}/"):
                os.killpg(process.pid, signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL
    found = group.grade()
    assert len(found.unchanged) + len(group.graded) == len(HANDED_IN)
    assert len(found.unchanged) >= done - 2  # one may be the student who handed nothing in, one was just being kept
    assert content(group.book) == content(undisturbed.book)
    assert kept(group.out) == kept(undisturbed.out)


def test_half_a_file_of_a_killed_run_does_not_stay(group):
    group.grade()
    before = kept(group.out)
    folder = group.out / "autograded" / "ann" / STAGE
    (folder / "result.json").unlink()
    for name in (".result.json.x1y2", f".{STAGE}.ipynb.x1y2"):
        (folder / name).write_bytes(b"{")
    group.grade()
    assert group.graded == ["ann"] and kept(group.out) == before


def test_all_that_a_result_depends_on_is_in_the_graders_hash():
    """What a worker has imported for grading is all in it; flatgrad is, whole."""
    text = "import sys, autograder.pool.worker as worker\nprint(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout.split()
    rooms = {name.split(".")[1] for name in modules if name.startswith("autograder.")}
    assert rooms >= {"grading", "scoring", "session", "wire"}
    assert not rooms & {name.removesuffix(".py") for name in identity.APART}
    here = Path(identity.__file__).parent
    assert all((here / name).exists() for name in identity.APART)
