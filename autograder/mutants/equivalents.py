"""Mutants that are no worse than the solution: listed in a file of the course, each with a reason.

[[equivalent]]
cell = "task-2-1"
change = '''
- logs = np.log(np.where(happens, q, 1.0))
+ logs = np.log(np.where(happens, q, 2.0))
'''
reason = "where p is 0, the logarithm is multiplied by 0"
"""

import sys
from dataclasses import dataclass

from .. import CourseError
from ..text import one_line

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@dataclass(frozen=True)
class Equivalent:
    """One entry: the cell, the change as `Mutant.diff` writes it, and why no test may mind it."""

    cell: str
    change: str
    reason: str

    def covers(self, mutant):
        """Whether it speaks of that mutant."""
        return self.cell == mutant.cell and self.change == mutant.diff


def path(course, stage):
    """Where a stage's list lies in a course."""
    return course.root / "tests" / "wrong_answers" / stage / "equivalent.toml"


def load(course, stage):
    """The entries of a stage's list; none where there is no list. Raises CourseError for one that cannot be read."""
    file = path(course, stage)
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8")).get("equivalent", [])
        return [_entry(**entry) for entry in entries]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise CourseError(f"cannot read {file}: {one_line(str(error))}") from None


def _entry(cell, change, reason):
    if not reason.strip():
        raise ValueError(f"the entry for {cell} has no reason")
    return Equivalent(cell, "\n".join(line.strip() for line in change.strip().split("\n")), reason)
