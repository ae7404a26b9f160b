"""What is known of each task, row by row as the notebook runs, and what it comes to at the end."""

from typing import NamedTuple

from .execution import FINE
from .messages import State, cause_of, ended, missing_name, place, state_of_answer, state_of_check, stub_of
from .notebook import EMPTY_ANSWER

MOST_CELLS = 5
LAST_WORD = (
    "When you hand in, hidden checks of the same kind run at other points. They have the last word: what passes here "
    "can still lose points there."
)


class Row(NamedTuple):
    """A line of the table. in_words: a person gives its points."""

    task: str
    points: float
    state: State
    in_words: bool = False


class Findings:
    """The rows so far of one notebook, and the cells that failed."""

    def __init__(self, notebook, limit):
        self.headings, self.limit, self.graded_limit = notebook.headings(), limit, notebook.cell_seconds
        self.names = [cell.name for cell in notebook.cells if (cell.is_check or cell.is_answer) and cell.name]
        self.rows, self.failed = {}, {}
        self.first = None  # the first cell that stops
        self.missing_names = set()  # told already

    def tasks(self):
        """The names of all rows there will be."""
        return list(dict.fromkeys([*self.names, *self.headings]))

    def after(self, cell, outcome):
        """The new rows when a cell is done; outcome: None for a text."""
        if outcome and outcome.end != FINE:
            self.first = self.first or cell
            if not cell.is_check:
                self.failed[cell] = outcome
        if not cell.name or cell.name in self.rows:
            return []
        if cell.is_check:
            state = state_of_check(cell, outcome, self.failed, self.limit, self.graded_limit)
            self.missing_names |= {missing_name(outcome)} - {""}
            return [self._keep(Row(cell.name, cell.points, state))]
        if cell.is_answer:
            return [self._keep(Row(cell.name, cell.points, state_of_answer(cell, EMPTY_ANSWER), in_words=True))]
        return []

    def missing(self):
        """Rows for what the headings announce and the notebook does not have any more."""
        for name, points in self.headings.items():
            if name not in self.rows:
                in_words = name.startswith("Question")
                line = f"its {'answer' if in_words else 'check'} is gone from this notebook; take it from a fresh copy"
                yield self._keep(Row(name, points, State(0.0, "✗", (line,)), in_words))

    def open_tasks(self):
        """The names of what is left to do."""
        return [row.task for row in self.rows.values() if row.state.open]

    def summary(self):
        """Lines, each a sentence or two."""
        checked = [row for row in self.rows.values() if not row.in_words]
        words = sum(row.points for row in self.rows.values() if row.in_words)
        got, total = sum(row.state.got for row in checked), sum(row.points for row in checked)
        by_person = f" {words:g} more {'is' if words == 1 else 'are'} for answers in words." if words else ""
        yield f"{got:g} of {total:g} points by the visible checks.{by_person}"
        if self.open_tasks():
            yield f"Still open: {'; '.join(_grouped(self.open_tasks()))}."
        if any(row.state.mark == "✗" for row in self.rows.values()):
            yield "The whole messages, with numbers and hints, are in the notebook: run the checks there."
        yield from self._run_lines()
        yield LAST_WORD

    def _run_lines(self):
        """Whether the notebook runs from top to bottom, and what stops besides open tasks and what they bring about."""
        if self.first is None:
            yield "It runs from top to bottom without an error."
            return
        which = f"the check of {self.first.name}" if self.first.is_check else place(self.first)
        yield f'"Run all" in Jupyter stops at {which}. Here, the cells after it were run all the same.'
        told = []
        for cell, outcome in self.failed.items():
            name = missing_name(outcome)
            if name in self.missing_names:
                continue
            if stub_of(outcome) is None and cause_of(outcome, self.failed) is None and not cell.is_task:
                self.missing_names |= {name} - {""}
                told.append(f"Besides, {place(cell)} {ended(outcome, self.limit).rstrip('.')}.")
        yield from told[:MOST_CELLS]
        if len(told) > MOST_CELLS:
            yield f"So it is with {len(told) - MOST_CELLS} more."

    def _keep(self, row):
        self.rows[row.task] = row
        return row


def _grouped(names):
    """["Task 1.1", "Task 1.2", "Question 1"] as ["Tasks 1.1, 1.2", "Question 1"]."""
    numbers = {}
    for name in names:
        kind, _, number = name.partition(" ")
        numbers.setdefault(kind, []).append(number)
    return [f"{kind}{'s' if len(found) > 1 else ''} {', '.join(found)}" for kind, found in numbers.items()]
