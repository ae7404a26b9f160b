"""Scores in the gradebook are those of the results, as nbgrader itself reads them back."""

import contextlib
import datetime
import functools
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import tiny_class
import tiny_course
from nbgrader.api import Gradebook
from sqlalchemy import text

from autograder import CourseError, class_run
from autograder.course import Course
from autograder.generator import sqlite_url
from autograder.gradebook import ClassGradebook, prepare
from autograder.pool.processes import Processes
from autograder.result import GRADED, REJECTED, CellScore, Result

STAGE = tiny_course.STAGE
one_worker = functools.partial(Processes, workers=1)


@pytest.fixture
def book(graded_class, tmp_path):
    """A copy of the graded class's gradebook.db."""
    return shutil.copy(graded_class.out / "gradebook.db", tmp_path)


def grades(path, student):
    """{grade_id: (auto_score, manual_score, needs_manual_grade, score)}, by nbgrader's own API."""
    with Gradebook(sqlite_url(path)) as book:
        return {
            grade.name: (grade.auto_score, grade.manual_score, grade.needs_manual_grade, grade.score)
            for grade in book.find_submission_notebook(STAGE, STAGE, student).grades
        }


def store(path, student, result, handed_in=None):
    with ClassGradebook(STAGE, path) as book:
        book.store([(student, result, handed_in)])


def result(scores, status=GRADED):
    cells = {
        grade_id: CellScore(scores.get(grade_id, 0.0), points, None, "")
        for grade_id, points in tiny_course.POINTS.items()
    }
    return Result(status, sum(cell.score or 0 for cell in cells.values()), 7.0, cells)


FULL = dict(tiny_course.POINTS)


def test_a_submission_is_stored_whole_or_not_at_all(book, monkeypatch):
    """What breaks off half-way, here at the last cell, leaves the earlier submission as it was."""
    before = grades(book, "ann")
    monkeypatch.setattr("autograder.gradebook._auto_score", lambda result, name: 1 / (name != "test-2-1"))
    with ClassGradebook(STAGE, book) as gradebook:
        for student in ("ann", "newcomer"):
            with pytest.raises(ZeroDivisionError):
                gradebook.store([(student, result({}), "2026-04-01 12:00:00 UTC")])
        monkeypatch.undo()
        gradebook.store([("ben", result(FULL), None)])  # the same connection goes on
    assert grades(book, "ann") == before
    with Gradebook(sqlite_url(book)) as gradebook:
        assert gradebook.find_submission(STAGE, "ann").timestamp == datetime.datetime(2026, 3, 1, 12)
        assert "newcomer" not in {student.id for student in gradebook.students}


def test_each_cell_is_stored_as_graded(graded_class, book):
    stored = [student for student in graded_class.rows if student != "gone"]
    for student in stored:
        cells = graded_class.rows[student]["cells"]
        for grade_id, (auto, manual, waits, _) in grades(book, student).items():
            assert auto == (cells[grade_id]["score"] if cells else 0.0)
            assert manual is None
            assert bool(waits) == (auto is None)
    with Gradebook(sqlite_url(book)) as gradebook:
        assert {student.id for student in gradebook.students} == set(stored)
        assert {s.student.id: s.score for s in gradebook.find_assignment(STAGE).submissions} == {
            student: tiny_class.SCORES[student] for student in stored
        }
        assert gradebook.find_assignment(STAGE).max_score == 7.0


def test_answers_wait_for_a_person(book):
    assert grades(book, "ben")["answer-1"] == (None, None, True, 0.0)
    assert grades(book, "ann")["answer-1"] == (0.0, None, False, 0.0)


def test_timestamp_is_stored(book):
    with Gradebook(sqlite_url(book)) as gradebook:
        assert gradebook.find_submission(STAGE, "ann").timestamp == datetime.datetime(2026, 3, 1, 12)
        assert gradebook.find_submission(STAGE, "ben").timestamp is None


def test_worse_resubmission_lowers_every_score(book):
    store(book, "zoe", result(FULL), "2026-03-01 12:00:00 UTC")
    store(book, "zoe", result({"test-1-2": 1.0}))
    assert {grade_id: row[3] for grade_id, row in grades(book, "zoe").items()} == {
        "test-1-1": 0.0,
        "test-1-2": 1.0,
        "answer-1": 0.0,
        "test-2-1": 0.0,
    }
    with Gradebook(sqlite_url(book)) as gradebook:
        assert len(gradebook.find_submission_notebook(STAGE, STAGE, "zoe").grades) == 4
        assert gradebook.find_submission(STAGE, "zoe").timestamp is None


def test_rejected_resubmission_is_zero(book):
    store(book, "zoe", result(FULL))
    store(book, "zoe", Result(REJECTED, 0.0, 7.0, error="no notebook"))
    assert {row[0] for row in grades(book, "zoe").values()} == {0.0}


def test_failed_is_not_stored(book):
    store(book, "zoe", result(FULL))
    before = grades(book, "zoe")
    failed = Result("failed", None, 7.0, error="the grader's fault")
    store(book, "zoe", failed)
    store(book, "new", failed)
    assert grades(book, "zoe") == before
    with Gradebook(sqlite_url(book)) as gradebook:
        assert "new" not in [student.id for student in gradebook.students]


def give(path, student, grade_id, comment="", **scores):
    """What a person does in the formgrader."""
    with Gradebook(sqlite_url(path)) as book:
        grade = book.find_grade(grade_id, STAGE, STAGE, student)
        for name, value in scores.items():
            setattr(grade, name, value)
        grade.needs_manual_grade = False
        if comment:
            book.find_comment(grade_id, STAGE, STAGE, student).manual_comment = comment
        book.db.commit()


def comment_on(path, student, grade_id, comment):
    """The same with a comment alone, which a solution cell can have too."""
    with Gradebook(sqlite_url(path)) as book:
        book.find_comment(grade_id, STAGE, STAGE, student).manual_comment = comment
        book.db.commit()


def test_manual_score_outlives_a_resubmission_and_asks_to_be_looked_at(book):
    store(book, "zoe", result({**FULL, "answer-1": None}))
    give(book, "zoe", "answer-1", manual_score=0.5)
    give(book, "zoe", "test-1-1", manual_score=1.5)
    store(book, "zoe", result({"answer-1": None}))
    found = grades(book, "zoe")
    assert found["answer-1"] == (None, 0.5, True, 0.5)
    assert found["test-1-1"] == (0.0, 1.5, True, 1.5)
    assert found["test-2-1"] == (0.0, None, False, 0.0)


def test_what_a_person_gave_is_read_back(book):
    give(book, "ben", "answer-1", manual_score=0.5, comment="Nearly.\x1b[31m")
    give(book, "ben", "test-1-2", extra_credit=0.25)
    comment_on(book, "ben", "task-1-1", "Look here.")
    with ClassGradebook(STAGE, book) as gradebook:
        manual = gradebook.manual()["ben"]
        assert manual["answer-1"] == (0.5, "Nearly.")
        assert manual["test-1-2"][0] == 3.25
        assert manual["test-1-1"] == (None, "")
        assert manual["task-1-1"] == (None, "Look here.")
        assert "nobody" not in gradebook.manual()


@pytest.mark.parametrize(
    "text",
    ["2026-03-01 12:00:00 UTC", "2026-03-01T12:00:00+02:00", "yesterday", "x" * 100, "9" * 50, "1 2 3",
     "2026-01-01 x /etc/passwd",
     "0001-01-01 00:00:00 +2300", "9999-12-31T23:59:59-23:00", "\u202e", "10/10", "1e999", "a b \ud800"],
)  # fmt: skip
def test_no_timestamp_stops_a_result(book, text):
    store(book, "zoe", result(FULL), text)
    assert grades(book, "zoe")["test-1-1"][0] == 2.0


def test_comment_for_an_empty_answer(book):
    with Gradebook(sqlite_url(book)) as gradebook:
        comments = {
            student: gradebook.find_comment("answer-1", STAGE, STAGE, student).auto_comment
            for student in ("ann", "ben", "broken")
        }
    assert comments == {"ann": "No response.", "ben": None, "broken": None}


def test_not_a_database(tiny, tmp_path):
    (tmp_path / "gradebook.db").write_bytes(b"this is no database" * 100)
    for act in (lambda p: prepare(tiny, STAGE, p), lambda p: ClassGradebook(STAGE, p)):
        with pytest.raises(CourseError) as caught:
            act(tmp_path / "gradebook.db")
        assert "file is not a database" in str(caught.value)
        assert "\n" not in str(caught.value)
    assert (tmp_path / "gradebook.db").read_bytes().startswith(b"this is no")


def test_preparing_a_gradebook_that_cannot_be_used(tiny, tmp_path):
    """nbgrader's generator writes into it first, and knows neither its name nor what to do."""
    path = tmp_path / "gradebook.db"

    def said():
        with pytest.raises(CourseError) as caught:
            prepare(tiny, STAGE, path)
        start = f"cannot write the gradebook {path}: "
        assert str(caught.value).startswith(start) and "\n" not in str(caught.value)
        return str(caught.value).removeprefix(start)

    path.mkdir()
    assert said() == "unable to open database file; give yourself the right to read and write the file and its folder"
    path.rmdir()
    path.write_bytes(b"no database" * 1000)
    assert said().startswith("file is not a database; put back a copy of it; or move it away and grade again")
    path.unlink()
    prepare(tiny, STAGE, path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert said().startswith("database is locked; something else has it open (another grade, a formgrader)")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert said().startswith("database disk image is malformed; put back a copy of it")


def test_source_that_was_spoilt_after_its_release(tiny, tmp_path):
    course = Course(shutil.copytree(tiny.root, tmp_path / "course"))
    notebook = tiny_course.source()
    notebook.cells[-2].source = notebook.cells[-2].source.replace("### END SOLUTION", "")
    tiny_course.write_source(course, notebook)
    said = "no end solution statement found; autograder release tiny names the cell"
    with pytest.raises(CourseError, match=said):
        prepare(course, STAGE, tmp_path / "gradebook.db")


def test_gradebook_that_may_only_be_read(tiny, tmp_path):
    """Also for root: the folder is mounted so. nbgrader's own log of it is a hundred lines."""
    shutil.copytree(tiny.root, tmp_path / "course")
    words = [sys.executable, "-m", "autograder", "--course", tmp_path / "course", "grade", STAGE]
    tiny_course.hand_in(tmp_path / "course" / "submitted", "ann", b"x")
    prepare(tiny, STAGE, tmp_path / "course" / "gradebook.db")
    with contextlib.closing(sqlite3.connect(tmp_path / "course" / "gradebook.db")) as other:
        other.execute("DELETE FROM assignment")
        other.commit()
    read_only = ["bwrap", "--bind", "/", "/", "--ro-bind", tmp_path / "course", tmp_path / "course"]
    done = subprocess.run([*read_only, *words], capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.endswith(
        "gradebook.db: attempt to write a readonly database; "
        "it may not be written: give yourself the right to write the file and its folder"
    )


def test_stage_that_has_other_cells_than_its_submissions(book, tmp_path):
    notebook = tiny_course.source()
    notebook.cells.append(tiny_course.cell("test-9-9", "pass", points=1, locked=True))
    course = tiny_course.make(tmp_path / "course", notebook)
    with pytest.raises(CourseError, match="from when it had other cells; grade into another folder") as caught:
        prepare(course, STAGE, book)
    command = re.search(r"type: nbgrader (.*) \(", str(caught.value))[1]
    words = [sys.executable, "-m", "nbgrader", *shlex.split(command)]
    subprocess.run(words, cwd=course.root, check=True, capture_output=True, timeout=120)
    prepare(course, STAGE, book)
    with Gradebook(sqlite_url(book)) as gradebook:
        assert "test-9-9" in {cell.name for cell in gradebook.find_notebook(STAGE, STAGE).grade_cells}


@pytest.mark.parametrize("start", [0, 4096], ids=["no database", "malformed"])
def test_a_damaged_book_is_named_with_what_to_do(book, start):
    data = Path(book).read_bytes()
    Path(book).write_bytes(data[:start] + b"x" * (len(data) - start))
    said = r"gradebook\.db: .*; put back a copy of it; or move it away"
    with pytest.raises(CourseError, match=said) as caught, ClassGradebook(STAGE, book) as gradebook:
        gradebook.manual()
    assert "\n" not in str(caught.value) and "sqlite3" not in str(caught.value)


def test_a_full_disk_is_said_in_the_databases_words(book):
    with ClassGradebook(STAGE, book) as gradebook:
        # SQLite says the same of a file that may not grow as of a disk that is full.
        gradebook.book.db.execute(text("PRAGMA max_page_count = 1"))
        with pytest.raises(CourseError) as caught:
            gradebook.store([(f"s{number}", result(FULL), None) for number in range(100)])
    said = f"cannot write the gradebook {book}: database or disk is full; make room on the disk"
    assert str(caught.value).startswith(said) and "\n" not in str(caught.value)


def test_a_folder_that_cannot_be_written_is_said_once(tiny, assignment, empty_book, tmp_path):
    for student in ("ann", "ben"):
        tiny_course.hand_in(tmp_path / "submitted", student, assignment.release_bytes)
    out = tmp_path / "out"
    out.mkdir()
    shutil.copy(empty_book, out)
    (out / "autograded").write_text("in the way")
    with pytest.raises(class_run.NotKept) as caught:
        class_run.run(tiny, STAGE, tmp_path / "submitted", out, one_worker)
    assert str(caught.value) == f"cannot write {out / 'autograded'}: Not a directory; not stored: ann, ben"
    assert set(caught.value.results) == {"ann", "ben"}


def test_locked_in_the_middle_loses_nothing_else(tiny, assignment, empty_book, tmp_path, capfd):
    for student in ("ann", "ben"):
        tiny_course.hand_in(tmp_path / "submitted", student, assignment.release_bytes)
    out = tmp_path / "out"
    out.mkdir()
    shutil.copy(empty_book, out)
    locks = []

    def follow(pairs, total):
        for number, pair in enumerate(pairs):
            if number == 0:  # the first one is stored
                locks.append(sqlite3.connect(out / "gradebook.db"))
                locks[0].execute("BEGIN EXCLUSIVE")
            yield pair

    with pytest.raises(class_run.NotKept) as caught:
        class_run.run(tiny, STAGE, tmp_path / "submitted", out, one_worker, follow=follow)
    locks[0].rollback()
    locks[0].close()
    assert f"{out / 'gradebook.db'}: database is locked; something else has it open" in str(caught.value)
    assert "not stored: ben" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert {student: r.status for student, r in caught.value.results.items()} == {"ann": GRADED, "ben": GRADED}
    assert len(list(out.glob(f"autograded/*/{STAGE}/result.json"))) == 2
    assert grades(out / "gradebook.db", "ann")["test-1-1"][0] == 0.0
    assert "Traceback" not in capfd.readouterr().err
