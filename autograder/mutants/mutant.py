"""One wrong variant of a solution cell, with what an instructor needs in order to judge it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """A cell with one change.

    cell: the grade_id. operator: the kind of change, e.g. "axis". line: where it starts, from 1, in the cell.
    before, after: the changed lines, stripped ("" where lines were only added or only taken away).
    source: the whole cell with the change.
    """

    cell: str
    operator: str
    line: int
    before: str
    after: str
    source: str

    @property
    def diff(self):
        """The change as "- old" and "+ new" lines."""
        return "\n".join([*_marked("- ", self.before), *_marked("+ ", self.after)])

    @property
    def block(self):
        """Where lines were only added: the line that begins the block they stand in, "line 4: for ..."; else ""."""
        lines = self.source.split("\n")
        depth = _indent(lines[self.line - 1])
        above = () if self.before else enumerate(lines[: self.line - 1], start=1)
        heads = [f"line {number}: {line.strip()}" for number, line in above if line.strip() and _indent(line) < depth]
        return heads[-1] if heads else ""

    @classmethod
    def between(cls, cell, operator, old, new):
        """The mutant that makes the text new of the text old: its lines are those between the first and last change."""
        before, after = old.split("\n"), new.split("\n")
        start = _same(before, after)
        end = min(_same(before[::-1], after[::-1]), min(len(before), len(after)) - start)
        before, after = (
            "\n".join(line.strip() for line in lines[start : len(lines) - end]) for lines in (before, after)
        )
        return cls(cell, operator, start + 1, before, after, new)


def _indent(line):
    return len(line) - len(line.lstrip())


def _same(one, other):
    """How many lines are alike at the start."""
    pairs = zip(one, other, strict=False)
    return next((k for k, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _marked(mark, text):
    return [mark + line for line in text.split("\n")] if text else []
