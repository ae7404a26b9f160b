"""An instructor reads answers in nbgrader's formgrader, in a real browser: what is given there is on the next pages."""

import browser
import pytest
import tiny_class
import tiny_course
from attack_bank import SCRIPT, load
from jupyter_lab import jupyter_lab
from nbformat.v4 import new_raw_cell
from test_inert import RAW

STAGE = tiny_course.STAGE
HONEST = "Twice 50 is 100, and $x < y$."
COMMENT, READ = "Say *why*, too.", "Say why, too."
ON_CODE = "Adding is fine."
# What a script of the bank sets.
MARK = SCRIPT.split("=")[0].removeprefix("window.")
# The mathematics of the page is MathJax, which nbgrader loads from elsewhere.
NOT_OURS = {"MathJax is not defined"}


@pytest.fixture(scope="module")
def hostile():
    """An answer with everything that could run in a page."""
    return load("markup_in_answers").cells["answer-1"]


def submission(assignment, student, answer):
    """A notebook with an answer; mallory's begins with a cell that would lie above the page and press its buttons."""
    notebook = tiny_course.filled(assignment, {"answer-1": answer})
    if student == "mallory":
        notebook.cells.insert(0, new_raw_cell(RAW))
    return notebook


@pytest.fixture(scope="module")
def course(hostile, tmp_path_factory):
    """The tiny course with two students, graded by the command where an instructor does it."""
    course = tiny_course.make(tmp_path_factory.mktemp("instructor") / "course")
    assignment = tiny_course.load(course)
    for student, answer in {"ann": HONEST, "mallory": hostile}.items():
        tiny_course.hand_in(course.root / "submitted", student, submission(assignment, student, answer))
    assert tiny_class.shell("grade", STAGE, cwd=course.root).returncode == 0
    return course


@pytest.fixture(scope="module")
def lab(chromium, course, tmp_path_factory):
    with jupyter_lab(course.root, tmp_path_factory.mktemp("home")) as address:
        yield address


def test_answers_are_read_and_points_and_comments_arrive(chromium, lab, course, hostile):
    with browser.tab(chromium) as tab:
        tab.page.goto(lab("lab"))
        tab.page.get_by_role("menuitem", name="Nbgrader", exact=True).click()
        tab.page.get_by_role("menuitem", name="Formgrader").first.click()
        formgrader = tab.page.frame_locator("iframe[src*=formgrader]")
        formgrader.get_by_role("link", name="Manual Grading").click()
        for _ in ("the assignment", "its notebook"):
            formgrader.get_by_role("link", name=STAGE, exact=True).last.click()
            formgrader.get_by_role("heading", name="Manual Grading").wait_for()
        seen = {}
        for number in (1, 2):
            formgrader.get_by_role("link", name=f"Submission #{number}").click()
            answer = formgrader.locator(".nbgrader_cell", has=tab.page.locator("#answer-1"))
            text = answer.locator(".rendered_html").inner_text()
            student = "ann" if text.strip() == HONEST else "mallory"
            seen[student] = text
            answer.scroll_into_view_if_needed()
            tab.shot(f"formgrader-{student}")
            assert formgrader.locator(".modal-backdrop").count() == 0
            assert [frame.evaluate(f"'{MARK}' in window") for frame in tab.page.frames] == [False, False]
            with tab.page.expect_response(lambda found: "/api/grade/" in found.url and found.request.method == "PUT"):
                answer.locator("input.score").fill("0.5" if student == "ann" else "0")
                answer.locator("input.score").press("Tab")
            with tab.page.expect_response(lambda found: "/api/comment/" in found.url and found.request.method == "PUT"):
                answer.locator("textarea.comment").fill(COMMENT if student == "ann" else "No.")
                answer.locator("textarea.comment").press("Tab")
            if student == "ann":
                with tab.page.expect_response(lambda found: "/api/comment/" in found.url and found.status == 200):
                    formgrader.locator("#task-1-1-comment").fill(ON_CODE)
                    formgrader.locator("#task-1-1-comment").press("Tab")
            formgrader.get_by_role("link", name=STAGE, exact=True).last.click()
        assert "".join(seen["mallory"].split()) == "".join(hostile.split())
        assert set(tab.complaints) <= NOT_OURS
    printed = tiny_class.shell("feedback", STAGE, cwd=course.root)
    assert printed.returncode == 0, printed.stderr
    with browser.tab(chromium) as tab:
        tab.page.goto((course.root / "feedback" / "ann" / STAGE / f"{STAGE}.html").as_uri())
        assert "6.5 of 7" in tab.page.inner_text("body")
        assert READ in tab.page.inner_text("body")
        assert ON_CODE in tab.page.locator("#test-1-1").inner_text()
        tab.shot("feedback-after-reading")
        assert tab.complaints == []
