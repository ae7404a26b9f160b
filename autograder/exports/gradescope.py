"""One submission's result in the form that Gradescope reads: results.json. Its fields are said in docs/lms.md."""

import json
import re

from ..result import counting
from ..text import counted

NUMBER = re.compile(r"(?:Task|Question)\s+(\d+(?:\.\d+)*)")


def results(result, assignment, titles, late=0.0, given=None):
    """The content of results.json for a Result that is graded or rejected.

    titles: {grade_id: heading}. late: points that handing in late cost. given: {grade_id: score} that a person gave.
    A cell that waits for a person is a test without a score, so that it counts neither for nor against.
    """
    cells = {grade_id: result.cells[grade_id] for grade_id in assignment.points if grade_id in result.cells}
    scores = {grade_id: (given or {}).get(grade_id, cell.score) for grade_id, cell in cells.items()}
    waiting = sum(cells[grade_id].max_score for grade_id, score in scores.items() if score is None)
    lines = [result.error] if result.error else []
    lines += [f"Waiting for a person to read your answers: {counted(waiting, 'point')}."] if waiting else []
    lines += [f"{counted(late, 'point')} less, because it was handed in late."] if late else []
    lines += [f"Put right before grading: {note}" for note in result.notes]
    return {
        "score": counting(scores.values(), late),
        "execution_time": round(result.wall_s, 3),
        "output": "\n".join(lines),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [_test(titles.get(grade_id, grade_id), cells[grade_id], score) for grade_id, score in scores.items()],
    }


def _test(title, cell, score):
    number = NUMBER.match(title)
    test = {"name": title, "output": cell.message, "visibility": "visible"}
    if number:
        test["number"] = number[1]
    if score is not None:
        test |= {"score": score, "max_score": cell.max_score}
        test["status"] = "passed" if score >= cell.max_score else "failed"
    return test


def refusal(reason):
    """The content of results.json for what was handed in and is no notebook of the stage: no points, and why."""
    return {"score": 0.0, "output": reason, "output_format": "text", "stdout_visibility": "hidden", "tests": []}


def as_bytes(content):
    """As the bytes of a file."""
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")
