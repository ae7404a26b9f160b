"""Make a whole notebook of what is left of one.

Everything that a test relies on is put back from the source: locked cells and tests have the instructor's text, deleted
ones return to their place, copies and foreign cells lose their marks. What the student wrote stays as it was written.
"""

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import compute_checksum, is_grade, is_locked, is_solution

MOST_NOTES = 30
NO_CELL = "the notebook has no cell {} (an older version, or deleted)"
PYTHON = {"display_name": "Python 3", "language": "python", "name": "python3"}


def new_cell(cell_type, source):
    """An empty cell of nbformat with a text. Its id is set with those of the whole notebook.

    nbformat's own makers hold each cell against the schema, which takes longer than all else here; the whole
    notebook is when it is written.
    """
    code = {"execution_count": None, "outputs": []} if cell_type == "code" else {}
    return NotebookNode(id="", cell_type=cell_type, metadata=NotebookNode(), source=source, **code)


def restore(submitted, assignment):
    """A sanitised notebook and notes about what was put right. submitted: (cell, grade_id or None) pairs, in order."""
    originals, released = assignment.source_cells, assignment.release_cells
    notes, kept, seen = [], [], {}
    for cell, grade_id in submitted:
        if grade_id is not None and grade_id not in originals:
            notes.append(f"cell {grade_id[:60]!r} is not part of this assignment; it runs as an ordinary cell")
            grade_id = None
        if grade_id is None:
            kept.append(cell)
        elif is_locked(originals[grade_id]):
            kept.extend(_locked(cell, originals[grade_id], released[grade_id], seen, notes))
        elif grade_id in seen:
            notes.append(f"cell {grade_id!r} was copied or split; all parts are used")
            if is_grade(originals[grade_id]):
                seen[grade_id].source += "\n\n" + cell.source
            else:
                kept.append(cell)
        else:
            seen[grade_id] = _as_original(originals[grade_id], released[grade_id], cell.source)
            kept.append(seen[grade_id])
    kept = _with_missing(kept, seen, originals, released, notes)
    spec = assignment.source.metadata.get("kernelspec", PYTHON)
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": dict(spec)})
    notebook.cells = kept
    _set_ids(notebook, originals)
    return notebook, list(dict.fromkeys(notes))[:MOST_NOTES]


def _locked(cell, original, released, seen, notes):
    """The cells that stand for a submitted locked cell: the original once, and what the student added around it."""
    grade_id = original.metadata.nbgrader.grade_id
    text, before, after = _found((original.source, released.source), cell.source)
    added = [[new_cell(original.cell_type, part)] if part.strip() else [] for part in (before, after)]
    if grade_id in seen:
        notes.append(f"cell {grade_id!r} is there more than once; the first one counts")
        return [*added[0], *added[1]] if text else [cell]
    if any(added):
        notes.append(f"cell {grade_id!r} was added to; the original was put back and the rest runs beside it")
    elif not text or cell.cell_type != original.cell_type:
        notes.append(f"cell {grade_id!r} was changed; the original was put back")
    seen[grade_id] = _as_original(original, released, original.source)
    return [*added[0], seen[grade_id], *added[1]]


def _found(texts, source):
    """The first of some texts that stands in a source as whole lines, and what is before and behind it."""
    for text in filter(None, texts):
        if f"\n{text}\n" in f"\n{source}\n":
            before, _, after = f"\n{source}\n".partition(f"\n{text}\n")
            return text, before, after
    return "", "", ""


def _as_original(original, released, source):
    """A cell with the type and the marks of the original and the given text."""
    restored = new_cell(original.cell_type, source)
    restored.metadata["nbgrader"] = {**original.metadata.nbgrader}
    if "tags" in original.metadata:
        restored.metadata["tags"] = list(original.metadata.tags)
    # For nbgrader, a hand-graded cell that still has the checksum of the release was not answered.
    checksum = released.metadata.nbgrader.get("checksum") if is_solution(original) else None
    restored.metadata.nbgrader["checksum"] = checksum or compute_checksum(restored)
    return restored


def _with_missing(kept, seen, originals, released, notes):
    """Put deleted cells back: each behind its predecessor in the source, a test right before its successor.

    A test comes that late because the student may have answered in a cell of their own behind the deleted one.
    """
    order = list(originals)
    previous = None
    for number, (grade_id, original) in enumerate(originals.items()):
        if grade_id not in seen:
            if is_solution(original) and not is_grade(original):
                # An empty stub would overwrite a function that the student defined in another cell.
                notes.append(NO_CELL.format(grade_id))
                continue
            notes.append(f"{NO_CELL.format(grade_id)}; it was put back")
            text = released[grade_id].source if is_solution(original) else original.source
            place = 0 if previous is None else 1 + _index(kept, seen[previous])
            if is_grade(original):
                followers = [_index(kept, seen[name]) for name in order[number + 1 :] if name in seen]
                place = next((index for index in followers if index >= place), len(kept))
            seen[grade_id] = _as_original(original, released[grade_id], text)
            kept.insert(place, seen[grade_id])
        previous = grade_id
    return kept


def _index(cells, wanted):
    return next(i for i, cell in enumerate(cells) if cell is wanted)


def _set_ids(notebook, originals):
    """Cell ids that say what a cell is and depend on nothing the student chose."""
    for number, cell in enumerate(notebook.cells, start=1):
        other = f"cell-{number}"
        while other in originals:
            other += "-other"
        cell["id"] = cell.metadata["nbgrader"]["grade_id"] if "nbgrader" in cell.metadata else other
