"""A student opens a released notebook in JupyterLab, writes, runs checks, saves, and hands in: in a real browser."""

import browser
import nbformat
import pytest
import tiny_course
from jupyter_lab import jupyter_lab

from autograder.assignment import Assignment
from autograder.course import Course
from autograder.grading import grade

STAGE = "softmax"
OTHER_AXIS = "def softmax(scores):\n    exps = np.exp(scores)\n    return exps / exps.sum(axis=0)"
OVERFLOWING = "def softmax(scores):\n    exps = np.exp(scores)\n    return exps / exps.sum(axis=-1, keepdims=True)"
RIGHT = OVERFLOWING.replace("np.exp(scores)", "np.exp(scores - scores.max(axis=-1, keepdims=True))")
WORDS = "The largest score is shifted to 0, so no exponential is larger than 1."
IDLE = "Python 3 (ipykernel) | Idle"


@pytest.fixture(scope="module")
def softmax():
    return Assignment.load(Course(tiny_course.CHECKOUT), STAGE)


@pytest.fixture(scope="module")
def lab(softmax, chromium, tmp_path_factory):
    """(the file that the student has, a function from paths to addresses)."""
    folder = tmp_path_factory.mktemp("student")
    path = folder / f"{STAGE}.ipynb"
    path.write_bytes(softmax.release_bytes)
    with jupyter_lab(folder, tmp_path_factory.mktemp("home")) as address:
        yield path, address


class Notebook:
    """An open notebook; a cell is named by its grade_id or by its id, and stands where it does in the release."""

    def __init__(self, page, address, assignment):
        self.page = page
        self.numbers = {}
        for number, cell in enumerate(assignment.release.cells):
            self.numbers[cell.metadata.get("nbgrader", {}).get("grade_id", cell.id)] = number
        page.goto(address)

    def cell(self, name):
        return self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{self.numbers[name]}"]')

    def menu(self, name, entry):
        self.page.get_by_role("menuitem", name=name, exact=True).click()
        self.page.get_by_role("menuitem", name=entry).click()

    def write(self, name, text):
        """Put a text into a cell of code in the place of what is there; the cursor stays in it."""
        self.cell(name).locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def run(self, name):
        """Run the selected cell, which is the named one; the next is selected then."""
        assert "jp-mod-selected" in self.cell(name).get_attribute("class")
        self.page.keyboard.press("Shift+Enter")

    def shows(self, name, text):
        """Wait until a text stands below a cell."""
        self.cell(name).locator(".jp-OutputArea", has_text=text).wait_for(state="attached")

    def save(self):
        self.page.keyboard.press("Control+S")
        self.page.locator(".lm-TabBar-tab.jp-mod-current:not(.jp-mod-dirty)").first.wait_for()


def test_a_student_writes_runs_checks_saves_and_hands_in(chromium, lab, softmax):
    path, address = lab
    with browser.tab(chromium) as tab:
        notebook = Notebook(tab.page, address(f"lab/tree/{path.name}"), softmax)
        tab.page.get_by_text(IDLE).wait_for()
        tab.shot("lab-opened")
        notebook.cell("task-1-1").locator(".jp-InputPrompt").click()
        notebook.menu("Run", "Run All Above Selected Cell")
        notebook.run("task-1-1")
        notebook.run("test-1-1")
        notebook.shows("test-1-1", "✗ Task 1.1: softmax is not written yet")

        notebook.write("task-1-1", OTHER_AXIS)
        notebook.run("task-1-1")
        notebook.run("test-1-1")
        notebook.shows("test-1-1", "✗ Task 1.1: the sum of each row")
        notebook.shows("test-1-1", "Hint: each row is divided by its own sum")
        tab.shot("lab-failing-check")

        notebook.write("task-1-1", OVERFLOWING)
        notebook.run("task-1-1")
        notebook.run("test-1-1")
        notebook.shows("test-1-1", "✓ Task 1.1: all visible checks pass")
        for name in ("picture-softmax-text", "picture-softmax", "task-1-2-text", "test-1-2"):
            notebook.run(name)
        notebook.shows("test-1-2", "✗ Task 1.2: softmax([[1000, 1000]]) is nan at [0, 0]")

        notebook.write("task-1-1", RIGHT)
        notebook.menu("Run", "Run Selected Cell and All Below")
        notebook.shows("test-1-1", "✓ Task 1.1: all visible checks pass")
        notebook.shows("test-1-2", "✓ Task 1.2: all visible checks pass")
        notebook.cell("test-1-1").scroll_into_view_if_needed()
        tab.shot("lab-passing-check")
        notebook.save()
        assert tab.complaints == [] and tab.elsewhere == set()
    saved = path.read_bytes()
    assert RIGHT in [cell.source for cell in nbformat.reads(saved.decode("utf-8"), 4).cells]
    result = grade(softmax, saved)
    got = {grade_id: cell.score for grade_id, cell in result.cells.items() if cell.score}
    assert got == {grade_id: softmax.points[grade_id] for grade_id in ("test-1-1", "test-1-2")}
    assert result.notes == ()


@pytest.mark.parametrize("where", ["lab/tree", "notebooks"])
def test_on_a_phone(chromium, lab, softmax, where):
    """Text and pictures fit between the edges, in JupyterLab with its list of files closed and in Notebook 7."""
    path, address = lab
    with browser.tab(chromium, browser.PHONE) as tab:
        notebook = Notebook(tab.page, address(f"{where}/{path.name}"), softmax)
        notebook.cell("test-1-1").wait_for(state="attached")
        if where == "lab/tree":
            tab.page.locator(".jp-SideBar .lm-TabBar-tab[data-id=filebrowser]").click()
        name = f"phone-{where.split('/')[0]}"
        tab.shot(f"{name}-top")
        for cell in ("conventions", "least-squares", "test-1-1"):
            notebook.cell(cell).scroll_into_view_if_needed()
            tab.shot(f"{name}-{cell}")
        wide = ".jp-RenderedHTMLCommon :is(p, li, table, img, h1, h2, h3), .jp-OutputArea-output :is(pre, img)"
        for box in filter(None, (part.bounding_box() for part in tab.page.locator(wide).all())):
            assert box["x"] + box["width"] <= browser.PHONE["width"]
        # Notebook 7 complains about settings and fonts of its own.
        assert tab.complaints == [] or where == "notebooks"
        assert tab.elsewhere == set()
