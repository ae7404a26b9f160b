"""What the attacks do to the cells of a filled-in notebook before they hand it in: functions from a notebook to bytes."""

import copy
import json

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

PASSES = "# Task, visible checks\npass\n"


def _bytes(notebook):
    """As nbformat would write it, without its checks."""
    return json.dumps(notebook, ensure_ascii=True).encode("ascii")


def _tests(notebook):
    return [cell for cell in notebook.cells if _marks(cell).get("grade") and not _marks(cell).get("solution")]


def _marks(cell):
    return cell.metadata.get("nbgrader", {})


def points_edited(notebook):
    """Every test is worth 100 points, with a tag and a checksum to match."""
    for cell in _tests(notebook):
        _marks(cell)["points"] = 100
        _marks(cell)["checksum"] = "0" * 32
        cell.metadata["tags"] = ["demonstration"]
    return _bytes(notebook)


def points_odd(notebook):
    """Points that are not numbers, negative, infinite or a list."""
    odd = ["2", -5, 1e308, None, [2], {"points": 2}, True, "NaN"]
    for number, cell in enumerate(_tests(notebook)):
        _marks(cell)["points"] = odd[number % len(odd)]
    return json.dumps(notebook).replace('"NaN"', "NaN").encode()


def tests_replaced(notebook):
    """The text of every test is `pass`, with a checksum that fits."""
    from nbgrader.utils import compute_checksum

    for cell in _tests(notebook):
        cell.source = PASSES
        _marks(cell)["checksum"] = compute_checksum(cell)
    return _bytes(notebook)


def tests_deleted(notebook):
    """No test cells at all."""
    gone = {id(cell) for cell in _tests(notebook)}
    notebook.cells = [cell for cell in notebook.cells if id(cell) not in gone]
    return _bytes(notebook)


def ids_swapped(notebook):
    """A harmless cell carries the id of each test, and the test itself carries none."""
    for cell in _tests(notebook):
        marks = dict(_marks(cell))
        cell.metadata.pop("nbgrader")
        impostor = new_code_cell(PASSES, metadata={"nbgrader": marks})
        notebook.cells.insert(notebook.cells.index(cell), impostor)
    return _bytes(notebook)


def ids_rotated(notebook):
    """Each test carries the id of the next: the cheap ones stand for the dear ones."""
    tests = _tests(notebook)
    names = [_marks(cell)["grade_id"] for cell in tests]
    for cell, name in zip(tests, names[1:] + names[:1], strict=True):
        _marks(cell)["grade_id"] = name
    return _bytes(notebook)


def tests_as_text(notebook):
    """Tests turned into markdown and raw cells, which nothing runs."""
    for number, cell in enumerate(_tests(notebook)):
        cell.cell_type = ("markdown", "raw")[number % 2]
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
        _marks(cell)["cell_type"] = cell.cell_type
    return _bytes(notebook)


def locks_off(notebook):
    """Tests say that they are the student's own solutions: unlocked, to be read by a person, or a task."""
    for number, cell in enumerate(_tests(notebook)):
        marks = _marks(cell)
        marks.update(
            [{"locked": False, "solution": True}, {"grade": False}, {"task": True, "grade": False}][number % 3]
        )
        cell.source = PASSES
    return _bytes(notebook)


def tests_doubled(notebook):
    """A copy of each test that passes stands before the test, another one behind it."""
    for cell in _tests(notebook):
        for place in (0, 2):
            twin = copy.deepcopy(cell)
            twin.source, twin.id = PASSES, f"{cell.id}-{place}"
            notebook.cells.insert(notebook.cells.index(cell) + place // 2, twin)
    return _bytes(notebook)


def fakes_first(notebook):
    """All tests once more at the top, before anything is defined, with text around the instructor's own."""
    for cell in reversed(_tests(notebook)):
        twin = copy.deepcopy(cell)
        twin.source, twin.id = f"if False:\n    '''\n{cell.source}\n'''", f"fake-{cell.id}"
        notebook.cells.insert(0, twin)
    return _bytes(notebook)


def tests_wrapped(notebook):
    """The instructor's text is all there, behind a magic that does not run it."""
    wraps = [
        ("%%script true\n", ""),
        ("%%writefile test.py\n", ""),
        ("'''\n", "\n'''"),
        ("try:\n    raise SystemExit\nexcept BaseException:\n    pass\n", ""),
    ]
    for number, cell in enumerate(_tests(notebook)):
        before, after = wraps[number % len(wraps)]
        cell.source = before + cell.source + after
    return _bytes(notebook)


def ids_colliding(notebook):
    """All cells have one and the same id, and it is that of a test."""
    for cell in notebook.cells:
        cell["id"] = "test-1-1"
    return _bytes(notebook)


def outputs_forged(notebook):
    """Handed in as if it had run and every check had passed, results and scores included."""
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "code":
            points = _marks(cell).get("points", 0)
            cell.execution_count = number
            cell.outputs = [
                new_output("execute_result", {"text/plain": str(points)}, execution_count=number),
                new_output("stream", name="stdout", text="\x1b[32m✓ all visible checks pass\x1b[0m\n"),
                new_output("display_data", {"text/html": "<script>window.attacked=1</script>"}),
            ]
            cell.metadata["execution"] = {"iopub.status.idle": "2020-01-01T00:00:00Z"}
            cell.metadata["score"] = cell.metadata["auto_score"] = points
    notebook.metadata["autograder"] = {"limits": {"cell_seconds": 1e9}, "score": 24}
    return _bytes(notebook)


def metadata_flooded(notebook):
    """Attachments, 5 MB of metadata, another kernel with a command line, another language, another schema."""
    notebook.cells.insert(0, new_markdown_cell("![x](attachment:x.png)"))
    notebook.cells[0]["attachments"] = {"x.png": {"image/png": "A" * 1_000_000}, "../../x": {"text/html": "<script>"}}
    notebook.metadata["huge"] = ["mallory " * 500] * 1000
    deep = {}
    for _ in range(300):
        deep = {"deep": deep}
    notebook.metadata["deep"] = deep
    notebook.metadata["kernelspec"] = {
        "name": "../../bin/sh -c true",
        "display_name": "<script>",
        "language": "bash",
        "argv": ["/bin/sh"],
    }
    notebook.metadata["language_info"] = {"name": "bash", "file_extension": "/../../x"}
    notebook.metadata["autograder"] = {"limits": {"cell_seconds": 1e9, "total_seconds": 1e9}}
    notebook.metadata["celltoolbar"] = "Create Assignment"
    return _bytes(notebook)


def schemas_odd(notebook):
    """nbgrader's marks of other versions, with missing and wrong entries."""
    for number, cell in enumerate(cell for cell in notebook.cells if _marks(cell)):
        marks = _marks(cell)
        marks["schema_version"] = [1, 2, 999, "3", None, -1][number % 6]
        if number % 4 == 0:
            marks.pop("cell_type", None)
            marks["checksum"] = ["x"]
        if number % 7 == 0:
            marks["grade_id"] = [marks["grade_id"]]
    return _bytes(notebook)


def marks_in_text(notebook):
    """The student's cells hold the marks of solutions and hidden tests, opened and never closed."""
    for number, cell in enumerate(notebook.cells):
        if _marks(cell).get("solution"):
            mark = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS", "### BEGIN SOLUTION", "### END SOLUTION")[
                number % 4
            ]
            cell.source = f"{mark}\n{cell.source}\n{mark}"
    notebook.cells.append(new_code_cell("### BEGIN HIDDEN TESTS\npass"))
    return _bytes(notebook)


def answers_as_code(notebook):
    """The cells that a person reads become code cells that are graded by running, and further graded cells appear."""
    for cell in [cell for cell in notebook.cells if _marks(cell).get("grade")]:
        if _marks(cell).get("solution"):
            cell.cell_type = "code"
            cell.update(outputs=[], execution_count=None, source="1")
            _marks(cell).update(solution=False, locked=True, cell_type="code")
    for number in range(20):
        marks = {"grade": True, "grade_id": f"bonus-{number}", "locked": True, "points": 10, "schema_version": 3}
        marks.update(solution=False, task=False, cell_type="code")
        notebook.cells.append(new_code_cell("10", metadata={"nbgrader": marks}))
    return _bytes(notebook)


def json_odd(notebook):
    """Doubled keys, NaN, a byte order mark, lone surrogates, and a second list of cells that all pass."""
    plain = copy.deepcopy(notebook)
    for cell in _tests(plain):
        cell.source = PASSES
    text = json.dumps(notebook)
    text = (
        text[:-1] + ', "cells": ' + json.dumps(plain.cells) + ', "x": NaN, "y": "\\ud800", "z": 1e999, "nbformat": 4}'
    )
    return b"\xef\xbb\xbf" + text.encode("ascii")


def brackets(notebook):
    """A notebook with 200,000 brackets in its metadata."""
    text = nbformat.writes(notebook)
    return text.replace('"metadata": {', '"metadata": {"x": ' + "[" * 200_000 + "]" * 200_000 + ",", 1).encode()
