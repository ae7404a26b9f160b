"""Submissions that a limit stopped, and which one: in a test, or in a cell of the student's own."""

import re

from .class_results import cells_of

KINDS = {
    "time": re.compile(r"TimeLimit|this cell ran longer than|not run: the .* for the whole notebook were used up"),
    "memory": re.compile(r"MemoryError|\w*_ArrayMemoryError"),
    "disk": re.compile(r"the cell wrote more than .* to disk"),
    "died": re.compile(r"Python stopped while running this cell"),
    "odd answer": re.compile(r"the student's process sent what no notebook sends"),
}
MEANINGS = {
    "time": "ran into the limit of time",
    "memory": "ran out of memory",
    "disk": "wrote too much to disk",
    "died": "Python stopped in the middle, by an exit (os._exit), a crash or a signal",
    "odd answer": "sent what no notebook sends (look at the code)",
}


def limit_hits(row, out, stage):
    """{kind: [where]} of the limits that a submission ran into, see MEANINGS. where: grade_ids, "" for other cells."""
    found = {}
    for where, text in _texts(row, out, stage):
        for kind, pattern in KINDS.items():
            if pattern.match(text) and where not in found.setdefault(kind, []):
                found[kind].append(where)
    return {kind: places for kind, places in found.items() if places}


def _texts(row, out, stage):
    """(where, text) of all messages, and of the errors that the student's own cells ended with."""
    for grade_id, cell in row.result.cells.items():
        yield grade_id, cell.message
    for cell in cells_of(out, stage, row.student):
        metadata, outputs = cell.get("metadata"), cell.get("outputs")
        marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        where = str(marks.get("grade_id", "")) if isinstance(marks, dict) else ""
        for output in outputs if isinstance(outputs, list) else []:
            if isinstance(output, dict) and output.get("output_type") == "error" and where not in row.result.cells:
                text = f"{output.get('evalue')}"
                yield where, text
                # What was not run any more did not run into anything.
                if not text.startswith("not run: "):
                    yield where, f"{output.get('ename')}"
