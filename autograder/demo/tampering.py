"""What happens to notebooks on the way to the instructor, as functions from a filled-in notebook to bytes."""

import copy

import nbformat
from nbconvert import HTMLExporter


def none(notebook):
    """Saved and handed in."""
    return nbformat.writes(notebook).encode("utf-8")


def html_export(notebook):
    """Exported as HTML and renamed."""
    html, _ = HTMLExporter().from_notebook_node(notebook)
    return html.encode("utf-8")


def untidy(notebook):
    """Cells copied with their marks, deleted, renamed, moved in text, and another kernel's name."""
    cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    softmax, test = cells["task-1-1"], cells["test-1-2"]
    notebook.cells.insert(notebook.cells.index(softmax) + 1, _copy(softmax, "copy-of-softmax"))
    notebook.cells.append(_copy(cells["test-2-1"], "copy-of-test"))
    notebook.cells.remove(test)
    cells["test-5-1"].source = "# I fixed this test\n"
    cells["task-5-3"].metadata.nbgrader.grade_id = "my-linear-decay"
    notebook.metadata.kernelspec = {"name": "my-conda-env", "display_name": "My env", "language": "python"}
    return none(notebook)


def _copy(cell, cell_id):
    twin = copy.deepcopy(cell)
    twin.id = cell_id
    return twin
