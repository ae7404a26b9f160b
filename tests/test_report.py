"""The report of a class: its numbers are those that others compute, a bad test is named first, and text stays text."""

import json
import os
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import big_class
import numpy as np
import pytest
import tiny_course
from big_class import BACKWARDS, EASY, IMPOSSIBLE, STAGE
from command import autograder
from scipy import stats
from test_gradebook import give
from web_page import Page

from autograder import CourseError, files, graded_folder
from autograder.confined.confinement import LAYERS
from autograder.gradebook import ClassGradebook
from autograder.report import page as report_page
from autograder.report.class_results import Row, read
from autograder.report.diagnoses import diagnoses, sense
from autograder.report.items import analyse, correlation
from autograder.report.plots import item_map
from autograder.restoration import NO_CELL
from autograder.result import CellScore, Result, as_fields


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return big_class.make_course(tmp_path_factory.mktemp("course") / "exam")


@pytest.fixture(scope="module")
def points():
    """(200, 10) points, nan for a stub."""
    return big_class.draw(np.random.default_rng(7))


@pytest.fixture(scope="module")
def folder(course, points, tmp_path_factory):
    """The class's folder, with some submissions of other kinds, and its report."""
    out = tmp_path_factory.mktemp("class")
    slow = {"test-1-1": "this cell ran longer than 30 s and was stopped"}
    big_class.write(
        out,
        points,
        broken=big_class.rejected("the file is not JSON, so not a notebook"),
        gone=big_class.rejected("nothing handed in: there is no exam/exam.ipynb"),
        unlucky=big_class.failed("the fork server died"),
        slow=big_class.result({"test-1-1": 0.0, "test-1-2": 3.0}, messages=slow, wall_s=61.5),
        bare=big_class.result({"test-1-2": 3.0}, layers=LAYERS[:-1]),
        blank=big_class.result({}, answer=0.0),
        hostile=big_class.result({"test-1-2": 0.0}, messages={"test-1-2": f"ValueError: {big_class.MARKUP}"}),
    )
    big_class.write_feedback(out, *(path.name for path in Path(out, "autograded").iterdir()))
    report_page.write(read(course, STAGE, out), out)
    return out


@pytest.fixture(scope="module")
def results(course, folder):
    return read(course, STAGE, folder)


@pytest.fixture(scope="module")
def html(folder):
    return Page(big_class.page(folder, f"{STAGE}.html"))


def test_difficulty_and_discrimination_are_those_of_scipy(course, points, tmp_path):
    big_class.write(tmp_path, points)
    items = analyse(read(course, STAGE, tmp_path))
    assert len(items) == big_class.TASKS + 1
    known = np.nan_to_num(points)
    for number, item in enumerate(items[:-1]):
        tried = ~np.isnan(points[:, number])
        rest = np.delete(known, number, axis=1).sum(axis=1)[tried]
        own = points[tried, number]
        assert item.tried == tried.sum()
        assert item.difficulty == pytest.approx(np.nanmean(points[:, number]) / big_class.points_of(number + 1))
        if item.grade_id in (EASY, IMPOSSIBLE):
            assert item.discrimination is None
        else:
            assert item.discrimination == pytest.approx(stats.pearsonr(own, rest).statistic, abs=1e-12)
            interval = stats.pearsonr(own, rest).confidence_interval(0.95)
            assert item.is_backwards == (interval.high < 0)
    # Nobody has read the answers: they are in no rest score, and have no numbers of their own.
    assert (items[-1].difficulty, items[-1].discrimination, items[-1].counts["waiting"]) == (None, None, len(points))


def test_correlation_where_it_is_undefined():
    assert correlation(np.array([1.0, 2.0]), np.array([1.0, 2.0])) is None
    assert correlation(np.ones(9), np.arange(9.0)) is None
    assert correlation(np.arange(9.0), np.full(9, 0.1)) is None
    assert correlation(np.arange(9.0), -np.arange(9.0)) == pytest.approx(-1)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 14])
def test_small_classes_are_not_accused_by_chance(course, points, tmp_path, size):
    big_class.write(tmp_path, points[-size:])
    for item in analyse(read(course, STAGE, tmp_path)):
        assert item.is_backwards in (False, np.False_) or (size == 14 and item.grade_id == BACKWARDS)
    report_page.write(read(course, STAGE, tmp_path), tmp_path)
    Page(big_class.page(tmp_path, f"{STAGE}.html")).check()


def test_answers_read_by_a_person_count_in_the_rest(course, tmp_path):
    rng = np.random.default_rng(3)
    given = rng.choice([0.0, 1.0, 2.0], size=40)
    own = rng.choice([0.0, 2.0], size=40)
    for number, (answer, score) in enumerate(zip(given, own, strict=True)):
        graded_folder.write(
            tmp_path, STAGE, f"s{number}", big_class.result({"test-1-1": float(score)}, answer=float(answer))
        )
    order = sorted(range(40), key=lambda number: f"s{number}")
    first, *_, last = analyse(read(course, STAGE, tmp_path))
    assert first.discrimination == pytest.approx(np.corrcoef(own[order], given[order])[0, 1])
    assert last.difficulty == pytest.approx(given[given > 0].sum() / 2 / last.tried)


def test_the_bad_test_is_named_first(html):
    first, second = re.findall(r'<li class="none">(.*?) <a', html.html)[:2]
    assert first.startswith("Task 1.7 f7: it orders students the wrong way")
    assert second.startswith("Task 1.9 f9: nobody has a point of it")
    assert html.text.index("Task 1.7 f7: it orders") < html.text.index("Points and tests")
    assert "Everybody who tried has all points: Task 1.8 f8" in html.text
    assert len(re.findall("the wrong way:", html.text)) == 2  # once more in the table


def test_a_test_at_fault_is_named_first(course, points, tmp_path):
    message = {"test-1-2": "the test cannot be run (the test is not plain Python in line 3); ask the instructor"}
    faulty = big_class.result({"test-1-2": 0.0}, messages=message)
    pretended = big_class.result({"test-1-3": 0.0}, messages={"test-1-3": "ValueError: the test cannot be run"})
    big_class.write(tmp_path, points[:20], faulty=faulty, pretended=pretended)
    results = read(course, STAGE, tmp_path)
    first = report_page.Report(results, tmp_path).alerts[0].text
    assert first.startswith("Task 1.2 f2: the test itself is at fault for 1 student")
    assert [item.faults for item in analyse(results)][:3] == [0, 1, 0]


def test_everybody_to_look_at_is_there_with_the_reason(html, folder, results):
    found = {each.student: each.reasons for each in report_page.Report(results, folder).to_look_at}
    assert found["broken"] == ["rejected: the file is not JSON, so not a notebook"]
    assert "the fork server died" in found["unlucky"][0]
    assert "ran into the limit of time (Task 1.1 f1)" in found["slow"]
    assert "handed in the notebook with nothing written" in found["blank"]
    assert "gone" not in found
    assert "Handed in nothing: gone" in html.text
    for student in ("broken", "unlucky", "slow", "blank"):
        assert student in html.text
    assert "without namespaces" in html.text
    assert "Graded without all layers of the sandbox: bare" in html.text
    assert "61.5" in html.text
    assert f"graded{big_class.SIZE + 4}" in re.sub(r"\s", "", html.text)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("this cell ran longer than 30 s and was stopped", "ran into the limit of time"),
        ("Python stopped while running this cell", "stopped in the middle, by an exit (os._exit), a crash or a signal"),
        ("the cell wrote more than 20 MB to disk and was stopped", "wrote too much to disk"),
        ("MemoryError", "ran out of memory"),
    ],
)
def test_what_a_submission_ran_into_is_said(course, points, tmp_path, message, said):
    other = big_class.result({"test-1-1": 0.0}, messages={"test-1-1": message})
    big_class.write(tmp_path, points[:3], other=other)
    report = report_page.Report(read(course, STAGE, tmp_path), tmp_path)
    (alert,) = [alert.text for alert in report.alerts if alert.text.endswith(": other")]
    assert said in alert[0].lower() + alert[1:]
    assert any(said in reason for reason in dict(report.to_look_at)["other"])


def test_a_disk_that_was_filled_is_nothing_else(course, points, tmp_path):
    text = "the cell wrote more than 20 MB to disk and was stopped"
    cells = [{"cell_type": "code", "source": "", "metadata": {}, "outputs": [
        {"output_type": "error", "ename": "DeadKernelError", "evalue": text, "traceback": []}]}]  # fmt: skip
    big_class.write(tmp_path, points[:3], other=big_class.result({}, notebook=json.dumps({"cells": cells})))
    assert report_page.Report(read(course, STAGE, tmp_path), tmp_path).hits["other"] == {"disk": [""]}


def test_an_older_notebook_is_listed(course, points, tmp_path):
    notes = tuple(NO_CELL.format(name) for name in ("task-1-2", "test-1-2", "setup"))
    big_class.write(tmp_path, points[:3], other=big_class.result({"test-1-1": 0.0}, notes=notes))
    report = report_page.Report(read(course, STAGE, tmp_path), tmp_path)
    assert "The notebook lacks cells (an older version, or deleted): other" in [alert.text for alert in report.alerts]
    assert dict(report.to_look_at)["other"] == ["the notebook has no cell task-1-2 (an older version, or deleted)"]


def test_little_is_said_of_few_students(course, points, tmp_path):
    pages = {}
    for size in (5, 40):
        out = tmp_path / str(size)
        big_class.write(out, points[:size])
        report_page.write(read(course, STAGE, out), out)
        pages[size] = Page(big_class.page(out, f"{STAGE}.html")).text
    for text in ("Everybody who tried has all points", "gives points to those who have few elsewhere"):
        assert text not in pages[5] and text in pages[40]
    assert "With so few students" in pages[5] and "With so few students" not in pages[40]
    items = [item for item in analyse(read(course, STAGE, tmp_path / "40")) if item.discrimination is not None]
    shaded, plain = (item_map(items, shaded)[0] for shaded in (True, False))
    assert shaded.count("opacity: 0.1") == plain.count("opacity: 0.1") + 1


def test_a_notebook_is_offered_as_a_file(html):
    links = [found for tag, found in html.elements if tag == "a" and found["href"].endswith(".ipynb")]
    assert links and all("download" in found for found in links)
    assert html.text.count("file (.ipynb)") == len(links)


def test_answers_that_wait_are_counted(results, folder, html):
    assert len(report_page.Report(results, folder).waiting["Question 1"]) == big_class.SIZE + 3
    assert f"{big_class.SIZE + 3} answers to be read by a person" in html.text


def test_messages_of_one_sense_are_counted_together(course, tmp_path):
    texts = [
        *(f"Task 1.1: the result of f1({n}, 'a{n}') at [{n}, {n + 1}] is {n}.5e-{n}\n  yours: {n}" for n in range(31)),
        *(f"Task 1.1: the shape is ({', '.join('12345'[: n + 1])}); W1 must be an array" for n in range(1, 4)),
        *["Task 1.1: f1 changed its input x\nTask 1.1: f1 is slow\n0.5 of 2 points"] * 2,
    ]
    for number, text in enumerate(texts):
        graded = big_class.result({"test-1-1": 0.0}, messages={"test-1-1": text})
        graded_folder.write(tmp_path, STAGE, f"s{number:02}", graded)
    found = diagnoses(read(course, STAGE, tmp_path).graded, "test-1-1")
    assert [(len(kind.students), kind.text) for kind in found] == [
        (31, "the result of f1(…, '…') at […] is …"),
        (3, "the shape is (…); W1 must be an array"),
        (2, "f1 changed its input x"),
        (2, "f1 is slow"),
    ]
    report_page.write(read(course, STAGE, tmp_path), tmp_path)
    assert "31 students: Task 1.1 f1: the result of f1(…" in Page(big_class.page(tmp_path, f"{STAGE}.html")).text


def test_sense():
    assert sense("each row's own maximum, it's 3") == "each row's own maximum, it's …"
    assert sense("dW1 is -1.5e-3, not −2 (`W[0]`)") == "dW1 is …, not … (`…`)"
    assert sense("") == ""


def test_page_is_whole_at_rest_and_fit_to_be_read(html):
    html.check()
    assert {"row", "col"} == set(html.values("scope", "th"))
    assert html.tags.count("svg") == 2
    assert html.tags.count("table") == html.tags.count("caption")


def test_text_of_others_is_shown_as_text(html, folder):
    assert '<script>alert("own")</script><img src=x onerror=alert(1)>' in html.text
    assert "{{ 7 * 7 }}" in html.text
    for name in big_class.ODD_NAMES:
        assert name in html.text
    hrefs = [value for value in html.values("href") if value.startswith("..")]
    assert len(hrefs) > 2 * big_class.SIZE
    for href in hrefs:
        assert (folder / "report" / unquote(href)).resolve().is_file(), href
    for student in ("gone", "blank", *big_class.ODD_NAMES):
        assert any(unquote(href) == f"../feedback/{student}/{STAGE}/{STAGE}.html" for href in hrefs)


def test_without_feedback_pages_there_are_no_links_to_them(course, points, tmp_path):
    big_class.write(tmp_path, points[:3])
    report_page.write(read(course, STAGE, tmp_path), tmp_path)
    page = Page(big_class.page(tmp_path, f"{STAGE}.html"))
    assert not any("feedback" in value for value in page.values("href"))
    assert f"autograder feedback {STAGE}" in page.text


def test_names_that_no_page_can_hold(course, points, tmp_path):
    names = [b"bad-\xff\xfe", "bad-\u202e\x1b[31m".encode(), b"line\nbreak"]
    for name in names:
        folder = os.path.join(os.fsencode(tmp_path), b"autograded", name, STAGE.encode())
        os.makedirs(folder)
        fields = {**as_fields(big_class.result({})), "identity": None}
        with open(os.path.join(folder, b"result.json"), "w") as file:
            json.dump(fields, file)
        with open(os.path.join(folder, f"{STAGE}.ipynb".encode()), "w") as file:
            file.write("{}")
    report_page.write(read(course, STAGE, tmp_path), tmp_path)
    page = Page(big_class.page(tmp_path, f"{STAGE}.html"))
    page.check()
    assert "bad-\\udcff\\udcfe" in page.text
    assert "line\\nbreak" in page.text


def test_points_that_a_person_gave(tiny, empty_book, tmp_path):
    book = shutil.copy(empty_book, tmp_path / "gradebook.db")
    cells = {name: CellScore(points, points, True, "") for name, points in tiny_course.POINTS.items()}
    cells["answer-1"] = CellScore(None, 1.0, None, "waits")
    graded = Result("graded", 6.0, 7.0, cells, layers=LAYERS, notebook=json.dumps({"cells": []}))
    with ClassGradebook("tiny", book) as gradebook:
        gradebook.store([(student, graded, None) for student in ("ann", "ben", "cid")])
    for student in ("ann", "ben", "cid"):
        graded_folder.write(tmp_path, "tiny", student, graded)
    give(book, "ann", "answer-1", manual_score=0.5)
    give(book, "ben", "test-1-1", manual_score=1.5)
    with ClassGradebook("tiny", book) as gradebook:
        gradebook.store([("ben", graded, None)])  # handed in again
    results = read(tiny, "tiny", tmp_path)
    rows = {row.student: row for row in results.graded}
    assert {student: row.total for student, row in rows.items()} == {"ann": 6.5, "ben": 5.5, "cid": 6.0}
    assert rows["ann"].waiting == [] and rows["ben"].again == ("test-1-1",)
    assert diagnoses(results.graded, "test-1-1") == []  # what a person took, no test complained about
    report = report_page.Report(results, tmp_path)
    assert {title: len(students) for title, students in report.waiting.items()} == {
        "Question 1": 2,
        "Task 1.1 double": 1,
    }
    assert report.to_look_at == [("ben", ["has points that a person gave to an earlier submission: Task 1.1 double"])]


def test_coming_late_costs_points():
    graded = big_class.result({"test-1-1": 2.0})
    points = {"test-1-1": 2.0, "test-1-2": None, "test-1-3": 1.0}
    assert Row("ann", graded, points, penalty=0.5).total == 2.5
    assert Row("ann", graded, points, penalty=9.0).total == 0.0


DAMAGE = [
    "", "[]", "null", "{}", "[" * 100_000,
    '{"status": "graded", "score": "<b>", "max_score": 21, "cells": {}, "layers": [], "notes": []}',
    '{"status": "graded", "score": NaN, "max_score": 21, "cells": {}, "layers": [], "notes": []}',
    '{"status": "<i>", "score": 1, "max_score": 21, "cells": {}, "layers": [], "notes": []}',
    '{"status": "rejected", "score": 0, "max_score": 1' + "0" * 400 + ', "cells": {}, "layers": [], "notes": []}',
    '{"status": "rejected", "score": 0, "max_score": 21, "error": 5, "cells": {}, "layers": [], "notes": []}',
    '{"status": "graded", "score": 0, "max_score": 21, "cells": {"test-1-1": {"score": [], "max_score": 2, '
    '"passed": true, "message": ""}}, "layers": [], "notes": []}',
]  # fmt: skip


def test_damaged_results_are_named_and_spoil_nothing(course, points, tmp_path):
    big_class.write(tmp_path, points[:6])
    for number, text in enumerate(DAMAGE):
        place = graded_folder.place(tmp_path, STAGE, f"damaged-{number}")
        files.write(place / "result.json", text.encode())
        files.write(place / f"{STAGE}.ipynb", b"{}")
    graded_folder.place(tmp_path, STAGE, "stopped").mkdir(parents=True)
    out, err = autograder("report", STAGE, "--out", tmp_path, cwd=course.root, status=1)
    assert f"6 of {6 + len(DAMAGE) + 1} graded" in out
    assert len(err.splitlines()) == len(DAMAGE) + 1
    assert all("grade again" in line for line in err.splitlines())
    page = Page(big_class.page(tmp_path, f"{STAGE}.html"))
    page.check()
    assert "its result cannot be read" in page.text
    assert "its grading was broken off" in page.text


def test_damaged_notebooks_harm_nobody(course, points, tmp_path):
    big_class.write(tmp_path, points[:5])
    texts = ["", "[]", '{"cells": 5}', '{"cells": [5, {}, {"cell_type": "code", "source": [1, null], "metadata": 7}]}',
             '{"cells": [{"cell_type": "code", "source": "x", "metadata": {"nbgrader": {"grade_id": []}}, '
             '"outputs": [{"output_type": "error", "ename": 3}]}]}']  # fmt: skip
    for path, text in zip(sorted(tmp_path.glob(f"autograded/*/{STAGE}/{STAGE}.ipynb")), texts, strict=True):
        path.write_text(text)
    autograder("report", STAGE, "--out", tmp_path, cwd=course.root, status=0)
    Page(big_class.page(tmp_path, f"{STAGE}.html")).check()


def test_results_of_other_tests_are_left_out(course, points, tmp_path):
    other = Result("graded", 5.0, 5.0, {"test-9-9": CellScore(5.0, 5.0, True, "")}, layers=LAYERS, notebook="{}")
    big_class.write(tmp_path, points[:4], other=other)
    report = report_page.Report(read(course, STAGE, tmp_path), tmp_path)
    assert "Graded when the stage had other tests or points (grade again): other" in [a.text for a in report.alerts]
    assert report.items[0].counts["full"] + report.items[0].counts["none"] <= 4


def test_nothing_graded_and_unknown_stages(course, tmp_path):
    for words in (("report",), ("report", STAGE)):
        _, err = autograder(*words, "--out", tmp_path, cwd=course.root, status=2)
        assert err.startswith("autograder: nothing") and "autograder grade" in err and len(err.splitlines()) == 1
    _, err = autograder("report", "nonsense", "--out", tmp_path, cwd=course.root, status=2)
    assert "there is no stage 'nonsense'" in err and len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_gradebook_that_is_none(course, points, tmp_path):
    big_class.write(tmp_path, points[:2])
    (tmp_path / "gradebook.db").write_bytes(b"no database" * 100)
    _, err = autograder("report", "--out", tmp_path, cwd=course.root, status=2)
    assert "cannot open the gradebook" in err and len(err.splitlines()) == 1


def test_only_rejected(course, tmp_path):
    graded_folder.write(tmp_path, STAGE, "broken", big_class.rejected("empty"))
    out, _ = autograder("report", "--out", tmp_path, cwd=course.root, status=0)
    assert "0 of 1 graded" in out
    Page(big_class.page(tmp_path, f"{STAGE}.html")).check()


def test_a_place_that_cannot_be_written(course, points, tmp_path):
    big_class.write(tmp_path, points[:2])
    (tmp_path / "report").write_text("in the way")
    _, err = autograder("report", STAGE, "--out", tmp_path, cwd=course.root, status=2)
    assert err.startswith("autograder: cannot write") and len(err.splitlines()) == 1
    assert (tmp_path / "report").read_text() == "in the way"


def test_a_new_report_takes_the_place_of_the_old_one(course, points, tmp_path):
    big_class.write(tmp_path, points[:5])
    autograder("report", STAGE, "--out", tmp_path, cwd=course.root, status=0)
    first = big_class.page(tmp_path, f"{STAGE}.html")
    autograder("report", "--out", tmp_path, cwd=course.root, status=0)
    assert big_class.page(tmp_path, f"{STAGE}.html") == first
    assert sorted(path.name for path in Path(tmp_path, "report").iterdir()) == [
        f"{STAGE}-similarity.html",
        f"{STAGE}.html",
    ]


def test_read_says_what_is_missing(course, tmp_path):
    with pytest.raises(CourseError, match=f"nothing of {STAGE} was graded"):
        read(course, STAGE, tmp_path)
