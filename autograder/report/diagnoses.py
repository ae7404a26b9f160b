"""What went wrong, and for how many: messages of the same sense are counted together, per graded cell."""

import re
from typing import NamedTuple

from ..text import plain
from .items import state

# "Task 3.1: " stands above the list already.
PREFIX = re.compile(r"(Task|Question) \d+(\.\d+)?: ")
QUOTED = re.compile(r"`[^`]*`|(?<!\w)'[^']*'(?!\w)|\"[^\"]*\"|“[^”]*”")
NUMBER = re.compile(r"(?<![\w.])[-+−]?\d[\d_]*(\.\d*)?([eE][-+]?\d+)?(?!\w)")
LEFT_OUT = "…"
RUN = re.compile(rf"{LEFT_OUT}(?:[\s,;]+{LEFT_OUT})+")
LONGEST = 240


class Diagnosis(NamedTuple):
    """A kind of mistake in a graded cell. students: the rows that have it. text: the message, without what differs."""

    text: str
    students: list


def diagnoses(rows, grade_id):
    """The Diagnosis of each kind of message of a graded cell, the most frequent first. rows: of graded submissions."""
    found = {}
    for row in rows:
        cell = row.result.cells[grade_id]
        # Where a person took points that the test gave, the test has named no mistake.
        if state(row, grade_id) in ("none", "part") and not cell.passed:
            for line in dict.fromkeys(lines(cell.message)):
                found.setdefault(sense(line), {}).setdefault(line, []).append(row)
    kinds = []
    for pattern, texts in found.items():
        students = list({row.student: row for rows_of_text in texts.values() for row in rows_of_text}.values())
        kinds.append(Diagnosis(next(iter(texts)) if len(texts) == 1 else pattern, students))
    return sorted(kinds, key=lambda kind: (-len(kind.students), kind.text))


def lines(message):
    """The lines of a message that name a mistake: the first one, and those of the other parts of the task."""
    first, *rest = message.split("\n")
    prefix = PREFIX.match(first)
    others = [line for line in rest if prefix and line.startswith(prefix[0])]
    return [plain(PREFIX.sub("", line, count=1).strip(), LONGEST) for line in (first, *others) if line.strip()]


def sense(line):
    """A line without what differs from student to student: its numbers and what stands in quotes."""
    line = QUOTED.sub(lambda match: match[0][0] + LEFT_OUT + match[0][-1], line)
    return RUN.sub(LEFT_OUT, NUMBER.sub(LEFT_OUT, line))
