"""Grading again grades what changed and nothing else, and takes up where an interrupted run stopped."""

import functools
import json
import os
import pickle
import shutil
import signal
import sqlite3
import subprocess
import sys
from modulefinder import ModuleFinder

import nbformat
import pytest
import tiny_class
import tiny_course
from nbgrader.api import Gradebook

from autograder import class_run, files, identity
from autograder.assignment import Assignment
from autograder.course import Course
from autograder.generator import sqlite_url
from autograder.pool.processes import Processes
from autograder.pool.worker import Terms
from autograder.release import make_release
from autograder.result import GRADED, REJECTED, from_bytes

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


# Grades what is on standard input as a worker does, and prints the results and what it has imported then.
WORKER = """
import json, pickle, sys
from autograder.pool import worker
terms, submissions = pickle.load(sys.stdin.buffer)
worker.learn(terms)
results = [worker.grade_bytes(terms.assignment.key, data).decode("ascii") for data in submissions]
worker.forget(terms.assignment.key)
json.dump([results, list(sys.modules)], sys.stdout)
"""
# What the tests of a course import.
TEST = """\
from flatgrad.check import Check
### BEGIN HIDDEN TESTS
from autograder import reference, seeds
x = seeds.rng().random(3)
check = Check("Task 1.1")
check.value(check.call(double, x), 2 * x, "double(x)")
check.value(reference.softmax(x), reference.softmax(x + double(1.0)), "softmax(x)")
### END HIDDEN TESTS"""
SHOW = """\
import sys
from matplotlib import pyplot as plt
plt.plot([1, 2])
plt.show()
print("\\x1b[31mIMPORTED", *(name for name in sys.modules if name.startswith(("grading_room.", "flatgrad."))))"""
MARKDOWN = "# Mine <b onclick='x'>\\n" + "* [x](javascript:x) `y` $z$\\n" * 200


def of_all_kinds(assignment):
    """Submissions with what takes grading ways of their own; the first one prints what is imported over there."""
    filled = functools.partial(tiny_course.filled, assignment)
    marked, deleted = filled(), filled()
    marked.cells.append(tiny_course.cell("own", MARKDOWN, code=False))
    del deleted.cells[3:7]
    notebooks = [
        filled(behind=[SHOW]),
        filled(tiny_class.ANSWERS["peek"]),
        filled({"task-1-1": "while True: pass", "task-1-2": "def half(x):\n    while True: pass"}),
        filled(before=["import os\nos._exit(1)"], behind=["1 / 0"]),
        filled({"task-1-1": "def double(x):\n    return x", "task-1-2": "half = [object()].index"}),
        *(marked, deleted, assignment.release),
    ]
    return [*map(tiny_course.data, notebooks), b"<html>", b""]


def imported_while_grading(assignment):
    """The names of the project's modules that a worker, its fork server and a student's process had in the end."""
    source = tiny_course.source(cell_seconds=2)
    next(cell for cell in source.cells if cell.id == "test-1-1").source = TEST
    assignment = Assignment(STAGE, tiny_course.data(source), assignment.release_bytes)
    given = pickle.dumps((Terms(assignment), of_all_kinds(assignment)))
    done = subprocess.run([sys.executable, "-c", WORKER], input=given, capture_output=True, check=True)
    results, here = json.loads(done.stdout)
    results = [from_bytes(result) for result in results]
    assert [result.status for result in results] == [GRADED] * 8 + [REJECTED] * 2
    texts = [output.text for output in nbformat.reads(results[0].notebook, 4).cells[-1].outputs if "text" in output]
    (there,) = (text.split()[1:] for text in texts if "IMPORTED" in text)
    names = [*here, *(name.replace("grading_room", "autograder") for name in there)]
    return {name for name in names if name.startswith(("autograder.", "flatgrad."))}


def could_be_imported():
    """The names of those that stand in an import, also within a function: of a worker's module, the fork server's, or
    those that they import, and of a test of the course.
    """
    finder = ModuleFinder([str(package.parent) for package in identity.PACKAGES])
    for name in ("autograder.pool.worker", "autograder.confined.forkserver"):
        finder.import_hook(name)
    course = Course(tiny_course.CHECKOUT)
    for stage in course.stages():
        for cell in Assignment.load(course, stage).source.cells:
            if cell.cell_type == "code":
                finder.scan_code(compile(cell.source, stage, "exec"), finder.add_module("cell"))
    return {name for name in finder.modules if name.startswith(("autograder.", "flatgrad."))}


def all_modules():
    """The names of the project's modules."""
    paths = [path.relative_to(package.parent) for package in identity.PACKAGES for path in package.rglob("*.py")]
    names = {".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths}
    return names - {"autograder", "flatgrad"}


# Neither do these: but what they kept wrongly is put right by grading again, and all machines must send work alike.
KEEPING = {"class_run", "gradebook", "graded_folder", "keeper", "pool.cluster", "pool.processes"}


def test_all_that_a_result_depends_on_is_in_the_graders_hash(assignment):
    """Also what is imported while grading only; and nothing else but what keeps results is in it."""
    reached = could_be_imported()
    assert imported_while_grading(assignment) <= reached
    apart = {name for name in all_modules() if is_apart(name)}
    assert not reached & apart
    needless = all_modules() - reached - apart - {f"autograder.{name}" for name in KEEPING}
    assert not needless, f"grading does not import {needless}: that belongs into identity.APART"


def is_apart(module):
    """True for a module in a room or file that identity.APART names, and for all that it holds."""
    return any(f"{module}.".startswith(f"{name.removesuffix('.py').replace('/', '.')}.") for name in identity.APART)


def test_what_is_left_out_of_the_graders_hash_exists():
    places = {package.name: package for package in identity.PACKAGES}
    for package, name in (entry.split("/") for entry in identity.APART):
        assert (places[package] / name).exists()


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("autograder/__init__.py", True),
        ("autograder/scoring.py", True),
        ("autograder/session/server.py", True),
        ("autograder/release.py", False),
        ("autograder/report/page.py", False),
        ("flatgrad/selfcheck/page.py", False),
        ("flatgrad/release.py", True),
    ],
)
def test_which_files_change_the_graders_hash(path, counts, monkeypatch, tmp_path):
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text("")
    monkeypatch.setattr(identity, "PACKAGES", (tmp_path / "autograder", tmp_path / "flatgrad"))
    before = identity.grader_digest.__wrapped__()
    (tmp_path / path).write_text("# changed")
    assert (identity.grader_digest.__wrapped__() != before) == counts
