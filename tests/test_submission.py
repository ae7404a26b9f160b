"""Whatever the bytes are, reading them gives a whole notebook or one line that says why not."""

import json

import pytest
import tiny_course

from autograder.limits import Limits
from autograder.submission import Rejected, read

LIMITS = Limits(submission_bytes=1_000_000, cells=50)
DEEP = 100_000


def as_data(cells, **fields):
    return tiny_course.data({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **fields})


def code(source="", **fields):
    return {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": source, **fields}


UNUSABLE = {
    "empty": (b"", "is empty"),
    "white space": (b" \n\t ", "is empty"),
    "not UTF-8": (b"\xff\xfe\x00\x01", "not text in UTF-8"),
    "UTF-16": ("{}".encode("utf-16"), "not text in UTF-8"),
    "only a mark": (b"\xef\xbb\xbf", "not JSON"),
    "a zip": (b"PK\x03\x04" + bytes(40), "not JSON"),
    "HTML": (b"<!DOCTYPE html><html></html>", "not JSON"),
    "a script": (b"def f(x):\n    return x\n", "not JSON"),
    "cut short": (as_data([code("x = 1")])[:-5], "not JSON"),
    "a list": (b"[]", "not a notebook"),
    "a number": (b"4", "not a notebook"),
    "null": (b"null", "not a notebook"),
    "another object": (b'{"a": 1}', "not a notebook"),
    "deep lists": (b"[" * DEEP + b"]" * DEEP, "not JSON"),
    "deep objects": (b'{"a":' * DEEP + b"1" + b"}" * DEEP, "not JSON"),
    "deep metadata": (b'{"nbformat": 4, "cells": [], "metadata": ' + b"[" * DEEP + b"]" * DEEP + b"}", "not JSON"),
    "huge integer": (b'{"nbformat": 4, "cells": [], "metadata": ' + b"9" * 100_000 + b"}", "not JSON"),
    "format 2": (as_data([], nbformat=2), "format 2 is not"),
    "format 3": (tiny_course.data({"nbformat": 3, "metadata": {}, "worksheets": [{"cells": []}]}), "format 3 is not"),
    "format 5": (as_data([], nbformat=5), "format 5 is not"),
    "format as text": (as_data([], nbformat="4"), "format is not"),
    "format true": (as_data([], nbformat=True), "format is not"),
    "format 4.0": (as_data([], nbformat=4.0), "format is not"),
    "format with escape codes": (as_data([], nbformat="\x1b[31m4"), "format is not"),
    "format as a deep list": (b'{"cells": [], "nbformat": ' + b"[" * 900 + b"]" * 900 + b"}", "not"),
    "no cells": (tiny_course.data({"nbformat": 4, "nbformat_minor": 5, "metadata": {}}), "no list of cells"),
    "cells as object": (as_data({"a": 1}), "no list of cells"),
    "cells as text": (as_data("cells"), "no list of cells"),
    "cell as text": (as_data([code(), "x = 1"]), "cell 2 is not"),
    "cell as null": (as_data([None]), "cell 1 is not"),
    "cell without type": (as_data([{"source": "x"}]), "cell 1 is not"),
    "cell of unknown type": (as_data([code(cell_type="heading")]), "cell 1 is not"),
    "cell type as list": (as_data([code(cell_type=["code"])]), "cell 1 is not"),
    "source as number": (as_data([code(5)]), "text of cell 1 is not text"),
    "source as null": (as_data([code(None)]), "text of cell 1 is not text"),
    "source as object": (as_data([code({"a": "b"})]), "text of cell 1 is not text"),
    "source as nested list": (as_data([code(["a", ["b"]])]), "text of cell 1 is not text"),
    "source as list of numbers": (as_data([code([1, 2])]), "text of cell 1 is not text"),
    "too large": (as_data([code("x" * 1_000_000)]), "at most 1 MB are read"),
    "too many cells": (as_data([code()] * 51), "has 51 cells"),
}


@pytest.mark.parametrize(("content", "reason"), UNUSABLE.values(), ids=UNUSABLE)
def test_unusable_is_rejected_in_one_line(assignment, content, reason):
    with pytest.raises(Rejected, match=reason) as caught:
        read(content, assignment, LIMITS)
    text = str(caught.value)
    assert text.isprintable()
    assert len(text) < 200


USABLE = {
    "with a mark": (b"\xef\xbb\xbf" + as_data([code("x = 1")]), "x = 1"),
    "no cell metadata": (as_data([{"cell_type": "code", "source": "x = 1"}]), "x = 1"),
    "no source": (as_data([{"cell_type": "code", "metadata": {}}]), ""),
    "source as lines": (as_data([code(["x = 1\n", "y = 2"])]), "x = 1\ny = 2"),
    "metadata as list": (as_data([code("x = 1", metadata=[1])]), "x = 1"),
    "metadata as text": (as_data([code("x = 1", metadata="nbgrader")], metadata="x"), "x = 1"),
    "metadata as null": (as_data([code("x = 1", metadata=None)], metadata=None), "x = 1"),
    "NaN in an output": (as_data([code("x = 1", outputs=[{"a": float("nan")}])]), "x = 1"),
    "Infinity in metadata": (as_data([code("x = 1")], metadata={"a": float("inf")}), "x = 1"),
    "lone surrogate": (as_data([code("x = '\ud800'")]), "x = '?'"),
    "surrogate pair over two lines": (as_data([code(["x = '\ud83d", "\ude00'"])]), "x = '??'"),
    "null byte": (as_data([code("x = '\0'")]), "x = '\0'"),
    "keys twice": (as_data([code("x = 1")])[:-1] + b', "cells": [{"cell_type": "code", "source": "y"}]}', "y"),
    "outputs as text": (as_data([code("x = 1", outputs="none")]), "x = 1"),
    "cell id of no use": (as_data([code("x = 1", id="../../<b>")]), "x = 1"),
    "two ids alike": (as_data([code("x = 1", id="a"), code("y", id="a")]), "x = 1"),
    "marks as text": (as_data([code("x = 1", metadata={"nbgrader": "solution"})]), "x = 1"),
    "marks as list": (as_data([code("x = 1", metadata={"nbgrader": []})]), "x = 1"),
}
FOREIGN = [["task-1-1"], {"a": 1}, 7, None, True, "__proto__", "", "x" * 100_000, "\x1b[31mred", "test-1-1\n", "\ud800"]


@pytest.mark.parametrize(("content", "text"), USABLE.values(), ids=USABLE)
def test_odd_but_usable_is_read(assignment, content, text):
    notebook, _ = read(content, assignment, LIMITS)
    tiny_course.check_whole(notebook, assignment)
    assert next(cell.source for cell in notebook.cells if "nbgrader" not in cell.metadata) == text


@pytest.mark.parametrize("grade_id", FOREIGN, ids=lambda value: repr(value)[:20])
def test_foreign_grade_id_makes_an_ordinary_cell(assignment, grade_id):
    marks = {"grade_id": grade_id, "grade": True, "points": 1000, "locked": True, "solution": "yes"}
    notebook, notes = read(as_data([code("x = 1", metadata={"nbgrader": marks})]), assignment, LIMITS)
    tiny_course.check_whole(notebook, assignment)
    assert [dict(cell.metadata) for cell in notebook.cells if cell.source == "x = 1"] == [{}]
    assert all(note.isprintable() and len(note) < 200 for note in notes)


def test_nothing_else_of_the_file_survives(assignment):
    notebook = json.loads(tiny_course.data(tiny_course.filled(assignment)))
    notebook["metadata"] = {"kernelspec": {"name": "evil", "display_name": "x"}, "widgets": {}, "secret": "kept?"}
    for cell in notebook["cells"]:
        cell["metadata"].update(tags=["skip-execution", "raises-exception"], secret="kept?")
        cell["metadata"].get("nbgrader", {}).update(points=1000, locked=False, checksum="kept?")
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "kept?"}]
    read_back, _ = read(tiny_course.data(notebook), assignment, LIMITS)
    assert "kept?" not in json.dumps(read_back)
    assert "skip-execution" not in json.dumps(read_back)
    assert read_back.metadata.kernelspec.name == "python3"
    tiny_course.check_whole(read_back, assignment)
