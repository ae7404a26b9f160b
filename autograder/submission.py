"""From the bytes a student handed in to a notebook that is safe to treat as one.

Only the type, the text and the nbgrader id of each cell are read; `restoration` makes a whole notebook of them.
"""

import json

from .restoration import new_cell, restore

# What a cell may carry besides its text: all else in a submission's metadata is dropped.
KEPT_CELL_TYPES = ("code", "markdown", "raw")


class Rejected(Exception):
    """The bytes are not a notebook that can be graded. The text is one line for the student's row."""


def too_large(size, limits):
    """The Rejected for a file of so many bytes."""
    return Rejected(
        f"the file has {size / 1e6:.1f} MB; at most {limits.submission_bytes / 1e6:g} MB are read "
        "(clear the outputs and save again)"
    )


def read(data, assignment, limits):
    """The submitted notebook, sanitised. Returns (notebook, notes): notes are lines about what was put right.

    Raises Rejected when the bytes are not a usable notebook.
    """
    return restore(_cells(data, limits), assignment)


def _cells(data, limits):
    if len(data) > limits.submission_bytes:
        raise too_large(len(data), limits)
    if not data.strip():
        raise Rejected("the file is empty")
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_constant=_nothing)
    except UnicodeDecodeError:
        raise Rejected("the file is not text in UTF-8, so not a notebook") from None
    except (ValueError, RecursionError):
        raise Rejected("the file is not JSON, so not a notebook (was it exported as something else?)") from None
    if not isinstance(content, dict) or "nbformat" not in content:
        raise Rejected("the file is JSON but not a notebook")
    version = content["nbformat"]
    if type(version) is not int or version != 4:
        shown = f" {version}" if type(version) is int and 0 < version < 100 else ""
        raise Rejected(f"notebook format{shown} is not supported; open it in JupyterLab and save it again")
    cells = content.get("cells")
    if not isinstance(cells, list):
        raise Rejected("the notebook has no list of cells")
    if len(cells) > limits.cells:
        raise Rejected(f"the notebook has {len(cells)} cells; at most {limits.cells} are read")
    return [_cell(cell, number) for number, cell in enumerate(cells, start=1)]


def _nothing(constant):
    """NaN and Infinity are not JSON, but some tools write them into outputs, which are dropped anyway."""


def _cell(raw, number):
    """(cell, grade_id or None): nothing but the type, the text and the nbgrader id of a cell."""
    if not isinstance(raw, dict) or raw.get("cell_type") not in KEPT_CELL_TYPES:
        raise Rejected(f"cell {number} is not a notebook cell")
    source = raw.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        raise Rejected(f"the text of cell {number} is not text")
    # A lone surrogate is valid JSON and cannot be stored or sent as UTF-8.
    source = source.encode("utf-8", "replace").decode("utf-8")
    metadata = raw.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    return new_cell(raw["cell_type"], source), grade_id if isinstance(grade_id, str) else None
