"""The folder of graded submissions, autograded/<student>/<stage>/, where nbgrader looks too: a notebook and a result.

result.json is written last, after the gradebook: where it stands, all else of that submission does too.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from . import CourseError, files
from .identity import Identity
from .result import GRADED, Result, as_fields, from_fields


@dataclass(frozen=True)
class Kept:
    """A result of an earlier run, without its notebook. identity: what it depended on; None where that is not known."""

    result: Result
    identity: Identity | None


def place(out, stage, student):
    """The folder of one submission. A name that would lead elsewhere is refused."""
    if student in ("", ".", "..") or "/" in student or "\0" in student:
        raise CourseError(f"{student!r} cannot be a student's name")
    return Path(out) / "autograded" / student / stage


def write(out, stage, student, result, identity=None):
    """Write the graded notebook and result.json of one submission; nothing of an earlier one stays."""
    folder = place(out, stage, student)
    notebook = folder / f"{stage}.ipynb"
    # Without its result, what lies here is not taken for a finished one if this is interrupted.
    files.remove(folder / "result.json")
    for path in (folder / "result.json", notebook):
        files.remove_halves(path)
    if result.notebook is None:
        files.remove(notebook)
    else:
        files.write(notebook, result.notebook.encode("utf-8"))
    fields = {**as_fields(result), "identity": None if identity is None else identity._asdict()}
    files.write(folder / "result.json", (json.dumps(fields, indent=1) + "\n").encode("utf-8"))


def read(out, stage, student):
    """What an earlier run kept of one submission, or None when there is nothing whole."""
    folder = place(out, stage, student)
    try:
        fields = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        identity = fields.pop("identity", None)
        result = from_fields(fields)
        if result.status == GRADED and not (folder / f"{stage}.ipynb").is_file():
            return None
        return Kept(result, Identity(**identity) if identity else None)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
