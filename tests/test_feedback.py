"""Feedback pages: all that a student should know, none of the hidden tests, and nothing a browser would run."""

import json
import shutil

import nbformat
import pytest
import tiny_class
import tiny_course
from test_gradebook import comment_on, give
from web_page import Page

from autograder import CourseError, feedback
from autograder.assignment import Assignment
from autograder.exports.scores import read as read_scores
from autograder.feedback import Item, cell_titles, write_pages

STAGE = tiny_course.STAGE


@pytest.fixture(scope="module")
def folder(tiny, graded_class, tmp_path_factory):
    """The graded class's folder with a person's marks and the pages."""
    folder = shutil.copytree(graded_class.out, tmp_path_factory.mktemp("feedback") / "out")
    give(folder / "gradebook.db", "ben", "answer-1", manual_score=0.5, comment=f"Nearly. {tiny_class.MARKUP}")
    write_pages(tiny, STAGE, folder)
    return folder


@pytest.fixture(scope="module")
def html(folder):
    """{student: the page's source}."""
    return {
        path.parent.parent.name: path.read_text(encoding="utf-8") for path in folder.glob(f"feedback/*/{STAGE}/*.html")
    }


@pytest.fixture(scope="module")
def pages(html):
    return {student: Page(text) for student, text in html.items()}


def test_everyone_has_a_page(html):
    assert set(html) == set(tiny_class.SCORES)


def test_large_class_has_the_same_pages(tiny, folder, html, monkeypatch):
    """Several processes make them then."""
    monkeypatch.setattr(feedback, "CHUNK", 2)
    shutil.rmtree(folder / "feedback")
    assert len(write_pages(tiny, STAGE, folder)) == len(html)
    for student, text in html.items():
        assert (folder / "feedback" / student / STAGE / f"{STAGE}.html").read_text(encoding="utf-8") == text


def test_no_line_of_a_hidden_test_in_any_file(folder, pages):
    for path in (folder / "feedback").rglob("*"):
        if path.is_file():
            assert tiny_course.SECRET not in path.read_text(encoding="utf-8")
    for page in pages.values():
        assert "HIDDEN" not in page.text


def test_nothing_active_nothing_from_elsewhere_and_fit_to_be_read(pages):
    for page in pages.values():
        page.check()
        assert all(value.startswith("#") for value in page.values("href"))


def test_a_students_text_is_shown_as_text(pages):
    assert "Because. <script>alert('own')</script> & \"quotes\"" in pages["ben"].text
    assert "```" not in pages["ben"].text
    assert "<script>alert('own')</script> & \"quotes\"" in pages["peek"].text
    assert tiny_class.ODD_NAME in pages[tiny_class.ODD_NAME].text


def test_scores_and_the_checks_words(pages):
    assert "6 of 7" in pages["ann"].text
    assert "1 of 3 points" in pages[tiny_class.ODD_NAME].text
    assert "Task 1.1 is not written yet" in pages["empty"].text
    assert "ValueError in a hidden check" in pages["peek"].text


def test_a_persons_score_and_comment(pages):
    assert "4.5 of 7" in pages["ben"].text
    assert "0.5 / 1" in pages["ben"].text
    assert "Nearly. <script>" in pages["ben"].text
    assert "by a person" not in pages["ben"].text  # who else reads answers


def test_code_of_a_failed_task_is_open(html):
    assert "<details open>" in html["ben"]
    assert "<details open>" not in html["ann"]


def test_rejected_page_says_why(pages):
    assert "could not be graded" in pages["broken"].text
    assert "not JSON" in pages["broken"].text
    assert "Nothing was handed in" in pages["gone"].text


@pytest.mark.parametrize("student", ["broken", "gone"])
def test_rejected_page_says_how_many_points_and_what_to_do(pages, student):
    assert "0 of 7" in pages[student].text
    assert "It has 0 points." in pages[student].text
    assert f"the file {STAGE}.ipynb, as Jupyter saves it" in pages[student].text


def test_what_a_person_gave_outlives_a_rejected_file(tiny, graded_class, tmp_path):
    folder = shutil.copytree(graded_class.out, tmp_path / "out")
    give(folder / "gradebook.db", "broken", "answer-1", manual_score=1.0)
    write_pages(tiny, STAGE, folder)
    page = page_of(folder, "broken")
    assert "1 of 7" in page.text and "points that a person gave, and no others" in page.text
    assert read_scores(folder, [STAGE])[0].submissions["broken"].score == 1.0


def test_a_final_page_promises_nothing(pages):
    assert "✗ no points" in pages["ben"].text
    assert "not yet" not in pages["ben"].text


def test_an_overruled_test_says_so(tiny, graded_class, tmp_path):
    folder = shutil.copytree(graded_class.out, tmp_path / "out")
    give(folder / "gradebook.db", "ann", "test-1-1", manual_score=0.0)
    give(folder / "gradebook.db", "ann", "test-1-2", manual_score=3.0)
    write_pages(tiny, STAGE, folder)
    text = " ".join(page_of(folder, "ann").text.split())
    assert "4 of 7" in text
    assert "Task 1.1 double ✗ no points (by a person) 0 / 2" in text
    given = "These points were given by a person. The test gave 2 / 2 and said: all checks pass"
    assert text.count(given) == 1
    # What a person only confirmed is the test's.
    assert text.count("by a person") == 2


def test_comments_of_a_task_and_of_its_solution_are_read(tiny, graded_class, tmp_path):
    folder = shutil.copytree(graded_class.out, tmp_path / "out")
    comment_on(folder / "gradebook.db", "ben", "task-1-1", "**Look** at $x_1 < x_2$.\nTwice.")
    comment_on(folder / "gradebook.db", "ann", "answer-1", "Why did you leave this out?")
    write_pages(tiny, STAGE, folder)
    ben = page_of(folder, "ben")
    assert "<strong>Look</strong> at $x_1 &lt; x_2$.\nTwice." in ben.html
    of_task, of_next = ben.html.index('id="test-1-1"'), ben.html.index('id="test-1-2"')
    assert of_task < ben.html.index("<strong>Look</strong>") < of_next
    assert "Why did you leave this out?" in page_of(folder, "ann").text
    assert "No response" not in page_of(folder, "empty").text
    ben.check()


def page_of(folder, student):
    return Page((folder / "feedback" / student / STAGE / f"{STAGE}.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "order", [("task-1", "test-1", "test-2"), ("task-1", "test-2", "test-1"), ("test-1", "task-1")]
)
def test_a_comment_stands_at_the_test_of_its_solution(order):
    def marked(name):
        kind = {"solution": True} if name.startswith("task") else {"points": 1, "locked": True}
        return tiny_course.cell(name, "x", **kind)

    data = tiny_course.data(nbformat.v4.new_notebook(cells=[marked(name) for name in (*order, "task-9")]))
    assignment = Assignment("stage", data, data)
    manual = {"task-1": (None, "one"), "test-1": (1.0, "two"), "task-9": (None, "nine")}
    found = feedback._comments(assignment, manual)
    assert {"one", "two"} <= set(found["test-1"].split("\n\n"))
    assert "nine" in found[order[-1] if order[-1] in found else "test-1"]


def test_waiting_answer_is_told(tiny, graded_class, tmp_path):
    folder = shutil.copytree(graded_class.out, tmp_path / "out")
    write_pages(tiny, STAGE, folder)
    page = Page((folder / "feedback" / "ben" / STAGE / f"{STAGE}.html").read_text(encoding="utf-8"))
    assert "1 more point waits" in page.text


@pytest.mark.parametrize(
    "damage", ["", "[]", "null", "{}", '{"cells": 1}', '{"status": "graded", "cells": {"test-1-1": {"x": 1}}}']
)
def test_one_damaged_result_spoils_no_other_page(tiny, graded_class, tmp_path, damage):
    folder = shutil.copytree(graded_class.out, tmp_path / "out")
    (folder / "autograded" / "ben" / STAGE / "result.json").write_text(damage)
    with pytest.raises(CourseError, match="ben") as caught:
        write_pages(tiny, STAGE, folder)
    assert len(str(caught.value).splitlines()) == 1
    assert len(list(folder.glob("feedback/*/*/*.html"))) == len(tiny_class.SCORES) - 1


def test_a_place_that_cannot_be_written_is_said_once(tiny, graded_class, tmp_path):
    folder = shutil.copytree(graded_class.out, tmp_path / "out")
    (folder / "feedback").write_text("in the way")
    with pytest.raises(CourseError) as caught:
        write_pages(tiny, STAGE, folder)
    place, reason, students = str(caught.value).split(": ")
    assert (place, reason) == (f"cannot write {folder / 'feedback'}", "Not a directory; no page")
    assert all(student in students for student in tiny_class.SCORES)


def test_failed_page_blames_nobody(tiny, graded_class, tmp_path):
    folder = shutil.copytree(graded_class.out, tmp_path / "out")
    path = folder / "autograded" / "ann" / STAGE / "result.json"
    result = json.loads(path.read_text())
    path.write_text(json.dumps({**result, "status": "failed", "score": None, "cells": {}, "error": "no disk"}))
    write_pages(tiny, STAGE, folder)
    page = Page((folder / "feedback" / "ann" / STAGE / f"{STAGE}.html").read_text(encoding="utf-8"))
    assert "The fault is not yours" in page.text
    assert "no disk" not in page.text


def test_nothing_graded_yet(tiny, tmp_path):
    with pytest.raises(CourseError, match="nothing of tiny was graded"):
        write_pages(tiny, STAGE, tmp_path)


def test_rows_of_numbers_are_not_wrapped():
    message = "Task 1.1: wrong\n  yours: 1\n  expected: 2\nHint: a <b>"
    item = Item("test-1-1", "Task 1.1", 0.0, 2.0, message, "", "", "")
    assert item.blocks == [
        (False, "Task 1.1: wrong"),
        (True, "  yours: 1\n  expected: 2"),
        (False, "Hint: a <b>"),
    ]


def test_a_notebook_that_is_none_spoils_no_other_page(tiny, graded_class, tmp_path):
    folder = shutil.copytree(graded_class.out, tmp_path / "out")
    (folder / "autograded" / "ben" / STAGE / f"{STAGE}.ipynb").write_text("{}")
    with pytest.raises(CourseError, match=r"cannot read .*ben.*; grade again"):
        write_pages(tiny, STAGE, folder)
    assert len(list(folder.glob("feedback/*/*/*.html"))) == len(tiny_class.SCORES) - 1


def test_titles(assignment):
    titles = cell_titles(assignment.source)
    assert titles["test-1-1"] == "Task 1.1 double"
    assert titles["answer-1"] == "Question 1"
    assert titles["setup"] == "setup"
