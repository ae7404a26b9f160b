"""Which test is a bad one? Classical item analysis of the graded cells of a stage.

difficulty       p = mean(x) / points, x the points of those who wrote something for the task
discrimination   r = corr(x, T - x), T the total: Pearson's correlation of a cell's points with those of all other cells

The cell is taken out of the total because it would correlate with itself (Henrysson, Psychometrika 28, 1963, 211-218).
A task that was left empty, or that a notebook which stopped before did not reach, says nothing about its test: it
counts in neither number.
"""

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from ..text import counted

# Below this, a test hardly tells strong from weak (Ebel and Frisbie, Essentials of Educational Measurement, 1991).
WEAK = 0.2
# Fewer students than this have too much chance in their correlation for such a word.
ENOUGH = 30
# With fewer than this, it says little what all of them have, or how they compare.
SOME = 10
# "Clearly" negative: below 0 also at the upper end of the 95 % interval, by Fisher's z = atanh(r), s = 1 / sqrt(n - 3).
NORMAL_95 = 1.96
FEWEST = 3
NOT_TRIED = re.compile(
    r".*\bnot written yet$|no answer was written$|not run: |Python stopped in an earlier cell|an earlier cell could not"
    r"|.*, because an earlier cell stopped: |.*: the notebook has no cell "
)
# What `scoring` says when it is the test that cannot be right.
TEST_FAULT = re.compile(r"the test (cannot be run|gave an impossible score|ends with something that is no score)\b")
REMARKS = {
    "all": "Everybody who tried has all points",
    "nobody": "Nobody has all points",
    "weak": "Hardly tells strong from weak",
}
STATES = ("full", "part", "none", "empty", "waiting")


@dataclass(frozen=True)
class Item:
    """One graded cell and what a class made of it. counts: students by state, see STATES ("empty": not tried).

    difficulty: the mean share of its points, None when nobody tried. discrimination: r, None where it is undefined.
    """

    grade_id: str
    title: str
    points: float
    counts: dict
    difficulty: float | None
    discrimination: float | None
    faults: int

    @property
    def tried(self):
        """The students whose points are known and who wrote something for it."""
        return self.counts["full"] + self.counts["part"] + self.counts["none"]

    @property
    def is_backwards(self):
        """Does it clearly give its points to those who have fewer elsewhere?"""
        r, n = self.discrimination, self.tried
        return r is not None and n > FEWEST and np.arctanh(np.clip(r, -0.999999, 0)) + NORMAL_95 / np.sqrt(n - 3) < 0

    @property
    def is_weak(self):
        """Does it hardly tell strong from weak, though it is neither very easy nor very hard?"""
        if self.discrimination is None or self.is_backwards or self.tried < ENOUGH:
            return False
        return self.discrimination < WEAK and 0.1 <= self.difficulty <= 0.9

    @property
    def warnings(self):
        """What is probably wrong with the test, a line each."""
        lines = []
        if self.faults:
            who = counted(self.faults, "student")
            lines.append(f"the test itself is at fault for {who}: their message says “ask the instructor”")
        if self.is_backwards:
            lines.append(
                f"it orders students the wrong way: those who have its points have fewer elsewhere "
                f"(r = {signed(self.discrimination)}, {counted(self.tried, 'student')})"
            )
        if self.tried >= FEWEST and self.difficulty == 0:
            lines.append(f"nobody has a point of it, of {self.tried} who tried")
        return lines

    @property
    def remarks(self):
        """What is good to know of the test, and no fault, a line each: keys of REMARKS."""
        if self.tried < SOME or self.difficulty == 0:
            return []
        held = {
            "all": self.counts["full"] == self.tried,
            "nobody": not self.counts["full"],
            "weak": self.is_weak,
        }
        return [REMARKS[name] for name, holds in held.items() if holds]


def analyse(results):
    """An Item for each graded cell of a ClassResults, in the order of the notebook."""
    grade_ids = list(results.assignment.points)
    x = np.array([[_number(row.points[name]) for name in grade_ids] for row in results.graded], dtype=float)
    x = x.reshape(-1, len(grade_ids))  # (students, cells), also of nobody
    states = [[state(row, name) for name in grade_ids] for row in results.graded]
    tried = np.array([[word not in ("empty", "waiting") for word in line] for line in states], dtype=bool)
    tried = tried.reshape(x.shape)
    # A cell that somebody has still to read would favour those whose answer was read.
    read = ~np.isnan(x).any(axis=0)
    total = x[:, read].sum(axis=1)
    items = []
    for j, (grade_id, points) in enumerate(results.assignment.points.items()):
        own = x[tried[:, j], j]
        rest = total[tried[:, j]] - (own if read[j] else 0.0)
        counts = Counter(line[j] for line in states)
        faults = sum(bool(TEST_FAULT.match(row.result.cells[grade_id].message)) for row in results.graded)
        items.append(
            Item(
                grade_id,
                results.titles[grade_id],
                points,
                {word: counts[word] for word in STATES},
                float(own.mean() / points) if own.size and points else None,
                correlation(own, rest),
                faults,
            )
        )
    return items


def state(row, grade_id):
    """What became of a graded cell in a submission: one of STATES."""
    cell, points = row.result.cells[grade_id], row.points[grade_id]
    if points is None:
        return "waiting"
    if points >= cell.max_score:
        return "full"
    if points > 0:
        return "part"
    return "empty" if NOT_TRIED.match(cell.message.split("\n")[0]) else "none"


def correlation(x, y):
    """Pearson's r of two vectors of equal length; None for fewer than three values, or where one does not vary."""
    if len(x) < FEWEST:
        return None
    dx, dy = x - x.mean(), y - y.mean()
    size = np.sqrt((dx @ dx) * (dy @ dy))
    return float(np.clip((dx @ dy) / size, -1, 1)) if size > 1e-9 else None


def signed(r):
    """A correlation with its sign and two digits: +0.41, −0.62."""
    return f"{r:+.2f}".replace("-", "−")


def _number(points):
    return np.nan if points is None else points
