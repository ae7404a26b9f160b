"""From the bytes a student handed in to a notebook that is safe to treat as one.

Everything that a test relies on is put back from the source: locked cells and tests have the instructor's text, deleted
ones return to their place, copies and foreign cells lose their marks. What the student wrote stays as it was written.
"""

import json

import nbformat
from nbgrader.utils import compute_checksum, is_grade, is_locked, is_solution

# What a cell may carry besides its text: all else in a submission's metadata is dropped.
KEPT_CELL_TYPES = ("code", "markdown", "raw")


class Rejected(Exception):
    """The bytes are not a notebook that can be graded. The text is one line for the student's row."""


def read(data, assignment, limits):
    """The submitted notebook, sanitised. Returns (notebook, notes): notes are lines about what was put right.

    Raises Rejected when the bytes are not a usable notebook.
    """
    cells = _cells(data, limits)
    return _restore(cells, assignment)


def _cells(data, limits):
    if len(data) > limits.submission_bytes:
        raise Rejected(
            f"the file has {len(data) / 1e6:.0f} MB; at most {limits.submission_bytes / 1e6:.0f} MB are read "
            "(clear the outputs and save again)"
        )
    if not data.strip():
        raise Rejected("the file is empty")
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise Rejected("the file is not text in UTF-8, so not a notebook") from None
    except (ValueError, RecursionError):
        raise Rejected("the file is not JSON, so not a notebook (was it exported as something else?)") from None
    if not isinstance(content, dict) or "nbformat" not in content:
        raise Rejected("the file is JSON but not a notebook")
    version = content["nbformat"]
    if version != 4:
        raise Rejected(f"notebook format {str(version)[:20]} is not supported; open it in JupyterLab and save it again")
    cells = content.get("cells")
    if not isinstance(cells, list):
        raise Rejected("the notebook has no list of cells")
    if len(cells) > limits.cells:
        raise Rejected(f"the notebook has {len(cells)} cells; at most {limits.cells} are read")
    return [_cell(cell, number) for number, cell in enumerate(cells, start=1)]


def _no_constant(name):
    raise ValueError(f"{name} is not JSON")


def _cell(raw, number):
    """One cell with nothing but its type, its text and its nbgrader grade_id."""
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
    cell = _new_cell(raw["cell_type"], source)
    return cell, grade_id if isinstance(grade_id, str) else None


def _new_cell(cell_type, source):
    makers = {
        "code": nbformat.v4.new_code_cell,
        "markdown": nbformat.v4.new_markdown_cell,
        "raw": nbformat.v4.new_raw_cell,
    }
    return makers[cell_type](source)


def _restore(submitted, assignment):
    originals, released = assignment.source_cells, assignment.release_cells
    notes, kept, seen = [], [], {}
    for cell, grade_id in submitted:
        if grade_id is not None and grade_id not in originals:
            notes.append(f"cell {grade_id[:60]!r} is not part of this assignment; it runs as an ordinary cell")
            grade_id = None
        if grade_id is None:
            kept.append(cell)
            continue
        original = originals[grade_id]
        if is_locked(original):
            text_changed = cell.source not in (released[grade_id].source, original.source)
            if grade_id in seen:
                notes.append(f"cell {grade_id!r} is there more than once; the first one counts")
                if text_changed:
                    kept.append(cell)
                continue
            if text_changed:
                notes.append(f"cell {grade_id!r} was changed; the original was put back")
            seen[grade_id] = _as_original(cell, original, original.source)
            kept.append(seen[grade_id])
        elif grade_id in seen:
            notes.append(f"cell {grade_id!r} was copied or split; all parts are used")
            if is_grade(original):
                seen[grade_id].source += "\n\n" + cell.source
            else:
                kept.append(cell)
        else:
            seen[grade_id] = _as_original(cell, original, cell.source)
            kept.append(seen[grade_id])
    kept = _with_missing(kept, seen, originals, released, notes)
    notebook = nbformat.v4.new_notebook(
        cells=kept, metadata={"kernelspec": dict(assignment.source.metadata.kernelspec)}
    )
    _set_ids(notebook)
    return notebook, notes


def _as_original(cell, original, source):
    """A cell with the type and the marks of the original and the given text."""
    restored = _new_cell(original.cell_type, source)
    restored.metadata["nbgrader"] = {**original.metadata.nbgrader}
    if "tags" in original.metadata:
        restored.metadata["tags"] = list(original.metadata.tags)
    restored.metadata.nbgrader["checksum"] = compute_checksum(restored)
    return restored


def _with_missing(kept, seen, originals, released, notes):
    """Put deleted cells back, each behind the one that precedes it in the source."""
    previous = None
    for grade_id, original in originals.items():
        if grade_id not in seen:
            if is_solution(original) and not is_grade(original):
                # An empty stub would overwrite a function that the student defined in another cell.
                notes.append(f"cell {grade_id!r} is missing")
                continue
            notes.append(f"cell {grade_id!r} was missing; it was put back")
            text = released[grade_id].source if is_solution(original) else original.source
            seen[grade_id] = _as_original(original, original, text)
            after = 0 if previous is None else 1 + next(i for i, cell in enumerate(kept) if cell is seen[previous])
            kept.insert(after, seen[grade_id])
        previous = grade_id
    return kept


def _set_ids(notebook):
    """Cell ids that say what a cell is and depend on nothing the student chose."""
    for number, cell in enumerate(notebook.cells, start=1):
        cell["id"] = cell.metadata.get("nbgrader", {}).get("grade_id", f"cell-{number}")
