"""The saved notebook as a student left it: its cells, which of them are tasks, checks and answers in words."""

import hashlib
import json
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from . import SelfcheckError

NAMES = {"task": "Task", "test": "Task", "answer": "Question"}
GRADE_ID = re.compile(r"(task|test|answer)-(\d+)(?:-(\d+))?")
HEADING = re.compile(r"^#+ +(Task \d+\.\d+|Question \d+)\b.*\((\d{1,6}(?:\.\d+)?) points?\b", re.MULTILINE)
EMPTY_ANSWER = "YOUR ANSWER HERE"


@dataclass(frozen=True, eq=False)
class Cell:
    """A cell: its text, and the marks that nbgrader gave it ({} for a cell of the student's own).

    Two cells with the same text are two.
    """

    kind: str
    source: str
    marks: dict

    @property
    def is_code(self):
        """True for a code cell."""
        return self.kind == "code"

    @property
    def is_check(self):
        """True for a cell that checks a task."""
        return self.is_code and bool(self.marks.get("grade")) and not self.marks.get("solution")

    @property
    def is_answer(self):
        """True for a cell with an answer in words."""
        return bool(self.marks.get("grade") and self.marks.get("solution")) and not self.is_code

    @property
    def is_task(self):
        """True for a cell in which a task is written."""
        return self.is_code and bool(self.marks.get("solution"))

    @property
    def name(self):
        """'Task 2.3', 'Question 1', or '' for a cell that belongs to none."""
        grade_id = str(self.marks.get("grade_id") or "")
        match = GRADE_ID.fullmatch(grade_id)
        return f"{NAMES[match[1]]} {'.'.join(filter(None, match.groups()[1:]))}" if match else ""

    @property
    def points(self):
        """The points it is worth."""
        return _number(self.marks.get("points"))

    @property
    def was_edited(self):
        """True for a check that is not as it was handed out: nbgrader left a checksum of it."""
        return "checksum" in self.marks and self.marks["checksum"] != self._checksum()

    def _checksum(self):
        marks = [str(bool(self.marks.get(name))) for name in ("grade", "solution", "locked")]
        points = [str(self.points)] if self.marks.get("grade") else []
        text = "".join([self.source, self.kind, *marks, str(self.marks.get("grade_id")), *points])
        return hashlib.md5(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


@dataclass(frozen=True)
class Notebook:
    """The cells of a notebook of the course."""

    cells: tuple
    cell_seconds: float = 30.0  # what a cell may take when it is graded

    def code_cells(self):
        """The code cells, in order."""
        return [cell for cell in self.cells if cell.is_code]

    def headings(self):
        """{"Task 2.3": points} of the headings in the text: what should be there."""
        found = {}
        for cell in self.cells:
            if not cell.is_code:
                found.update({name: float(points) for name, points in HEADING.findall(cell.source)})
        return found


def read(path):
    """The notebook in a file. Raises SelfcheckError when there is none, or it is not one of this course."""
    content = _content(path)
    if not isinstance(content, dict) or not isinstance(content.get("nbformat"), int):
        raise SelfcheckError(f"{path} is not a notebook; name the .ipynb file that you work on")
    if content["nbformat"] != 4:
        raise SelfcheckError(f"{path} has another notebook format than 4: open it in JupyterLab and save it again")
    cells = content.get("cells")
    if not isinstance(cells, list):
        raise SelfcheckError(f"{path} is damaged: it has no cells; take a fresh copy and put your answers into it")
    notebook = Notebook(tuple(_cell(raw) for raw in cells), _cell_seconds(content))
    if not any(cell.is_check and cell.name for cell in notebook.cells):
        raise SelfcheckError(
            f"{path} is not a notebook of this course, or has lost the marks of its checks: take a fresh copy of the "
            "notebook and put your answers into it"
        )
    return notebook


def _content(path):
    if os.path.isdir(path):
        raise SelfcheckError(f"{path} is a folder; {_there_is(path)}")
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise SelfcheckError(f"there is no file {path}; {_there_is(os.path.dirname(path) or '.')}") from None
    except (OSError, ValueError) as error:
        raise SelfcheckError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from None
    if not data.strip():
        raise SelfcheckError(f"{path} is empty; was it saved?")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        if str(path).endswith(".ipynb"):
            raise SelfcheckError(
                f"{path} is damaged, so Jupyter cannot open it either: take a fresh copy and put your answers into it"
            ) from None
        raise SelfcheckError(f"{path} is not a notebook; name the .ipynb file that you work on") from None


def _there_is(folder):
    """What could have been meant."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".ipynb"))[:5]
    except OSError:
        return "nor is there such a folder"
    here = "in this folder" if os.path.abspath(folder) == os.getcwd() else "in it"
    return f"{here} there is {', '.join(names)}" if names else f"{here} there is no notebook at all"


def _cell_seconds(content):
    """The limit that the stage's metadata gives, or the usual one."""
    found = content
    for key in ("metadata", "autograder", "limits", "cell_seconds"):
        found = found.get(key) if isinstance(found, dict) else None
    return _number(found) or Notebook.cell_seconds


def _number(value):
    """A value of a notebook as a float, 0.0 where it can be none: JSON has NaN, too, and integers of any size."""
    usable = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= sys.float_info.max
    return float(value) if usable else 0.0


def _cell(raw):
    """A cell of whatever stands in the list of cells."""
    raw = raw if isinstance(raw, dict) else {}
    source = raw.get("source", "")
    source = "".join(map(str, source)) if isinstance(source, list) else str(source)
    metadata = raw.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    # Half a surrogate pair can stand in JSON, and cannot be sent to Python.
    source = source.encode("utf-8", "replace").decode("utf-8")
    return Cell(str(raw.get("cell_type")), source, marks if isinstance(marks, dict) else {})
