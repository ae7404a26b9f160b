"""What grading one submission gives, and its form in a results file."""

import json
from dataclasses import asdict, dataclass, field

from .confined.confinement import LAYERS

GRADED, REJECTED, FAILED = "graded", "rejected", "failed"
# How the line begins of a student in the folder of submissions who has none for the stage: see `collection`.
ABSENT = "nothing handed in"


def counting(scores, penalty=0.0):
    """What counts of a submission: the sum of its cells' scores, None as 0, less what lateness costs; never below 0."""
    return max(0.0, sum(score or 0.0 for score in scores) - penalty)


@dataclass(frozen=True)
class CellScore:
    """One graded cell. score and passed are None while it waits for a person."""

    score: float | None
    max_score: float
    passed: bool | None
    message: str = ""


@dataclass(frozen=True)
class Result:
    """One submission. score counts what the tests gave; cells that wait for a person count 0 until they are read.

    status: "graded", "rejected" (not a usable notebook: score 0, error says why) or "failed" (the grader's own fault:
        score is None).
    layers: the sandbox layers that held while student code ran.
    wall_s, cpu_s: seconds of wall time and of CPU, the student's process included.
    notes: what was put right in the notebook, a line each. notebook: the graded notebook as text, when there is one.
    submission: SHA-256 of the bytes that were graded, in hexadecimal; "" where there were none.
    """

    status: str
    score: float | None
    max_score: float
    cells: dict = field(default_factory=dict)
    error: str = ""
    layers: tuple = ()
    wall_s: float = 0.0
    cpu_s: float = 0.0
    notes: tuple = ()
    notebook: str | None = None
    submission: str = ""

    @property
    def waiting(self):
        """The grade_ids of the cells that wait for a person."""
        return [grade_id for grade_id, cell in self.cells.items() if cell.score is None]

    @property
    def missing_layers(self):
        """The layers of the sandbox that were missing while student code ran; none if none ran."""
        return [layer for layer in LAYERS if layer not in self.layers] if self.status == GRADED else []

    @classmethod
    def rejected(cls, assignment, reason):
        """A submission that is not a usable notebook."""
        return cls(REJECTED, 0.0, assignment.max_score, error=reason)

    @classmethod
    def failed(cls, assignment, reason):
        """A submission that the grader, by its own fault, could not grade."""
        return cls(FAILED, None, assignment.max_score, error=reason)


def as_fields(result):
    """A Result as what JSON can hold, the notebook left out."""
    return {key: value for key, value in asdict(result).items() if key != "notebook"}


def from_fields(fields, notebook=None):
    """The Result of `as_fields`. Raises TypeError, KeyError or AttributeError for what is none."""
    cells = {grade_id: CellScore(**cell) for grade_id, cell in fields["cells"].items()}
    rest = {"cells": cells, "layers": tuple(fields["layers"]), "notes": tuple(fields["notes"]), "notebook": notebook}
    return Result(**{**fields, **rest})


def as_bytes(result):
    """A Result as bytes, the notebook included."""
    return json.dumps([as_fields(result), result.notebook]).encode("ascii")


def from_bytes(data):
    """The Result of `as_bytes`."""
    return from_fields(*json.loads(data))


def as_json(stage, max_score, results):
    """The content of a results file. results: {student: Result}."""
    rows = []
    for student, result in results.items():
        rows.append(
            {
                "student": student,
                "status": result.status,
                "score": result.score,
                "max_score": result.max_score,
                "layers": list(result.layers),
                "missing_layers": result.missing_layers,
                "wall_s": round(result.wall_s, 4),
                "cpu_s": round(result.cpu_s, 4),
                "error": result.error,
                "notes": list(result.notes),
                "cells": {grade_id: asdict(cell) for grade_id, cell in result.cells.items()},
            }
        )
    return {"stage": stage, "max_score": max_score, "results": rows}
