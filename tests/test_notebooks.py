"""How the instructors' notebooks are stored: without outputs, in one form, so that a diff shows what was changed."""

import ast
import json
import re

import pytest
import tiny_course

PATHS = sorted(tiny_course.CHECKOUT.glob("source/*/*.ipynb"))


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def text(request):
    return request.param.read_text(encoding="utf-8")


def code_cells(text):
    return [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]


def test_one_form(text):
    assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def test_no_outputs_and_readable_ids(text):
    cells = json.loads(text)["cells"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code_cells(text))
    assert len({cell["id"] for cell in cells}) == len(cells)
    for cell in cells:
        if "nbgrader" in cell["metadata"]:
            assert cell["id"] == cell["metadata"]["nbgrader"]["grade_id"]


def test_a_figure_is_shown_once(text):
    """A figure that a cell's last line returns is shown beside the open one, unless a semicolon keeps it back."""
    for cell in code_cells(text):
        source = "".join(cell["source"]).rstrip()
        last = ast.parse(source).body[-1]
        if isinstance(last, ast.Expr) and ast.unparse(last).startswith("plots."):
            assert source.endswith(";"), cell["id"]


def test_a_check_follows_what_it_checks(text):
    """Shift + Enter twice runs an answer and its check: nothing stands between them."""
    cells = json.loads(text)["cells"]
    names = [cell["id"] for cell in cells]
    tested = [name for name in names if name.startswith("task-") and name.replace("task-", "test-") in names]
    assert len(tested) >= 6
    for name in tested:
        assert names[names.index(name) + 1] == name.replace("task-", "test-")


def test_the_limit_that_a_check_names_is_the_stages(text):
    notebook = json.loads(text)
    named = {
        float(found)
        for cell in notebook["cells"]
        for found in re.findall(r"check\.passed\([^)]*seconds=(\d+)", "".join(cell["source"]))
    }
    limits = notebook["metadata"].get("autograder", {}).get("limits", {})
    assert named <= {limits.get("cell_seconds")} and bool(named) == ("seconds=" in text)
