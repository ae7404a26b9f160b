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
        return self.cell == mutant.cell and self.change == _stripped(mutant.diff)


def path(course, stage):
    """Where a stage's list lies in a course."""
    return course.root / "tests" / "wrong_answers" / stage / "equivalent.toml"


def load(course, stage):
    """The entries of a stage's list; none where there is no list. Raises CourseError for one that cannot be read."""
    file = path(course, stage)
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
        if not (set(found) <= {"equivalent"} and isinstance(found.get("equivalent", []), list)):
            raise ValueError("it must hold nothing but [[equivalent]] tables, each with cell, change and reason")
        return [_entry(entry) for entry in found.get("equivalent", [])]
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise CourseError(f"cannot read {file}: {one_line(str(error))}") from None


def _entry(entry):
    whose = f"an entry for {entry['cell']}" if isinstance(entry, dict) and "cell" in entry else "an entry"
    if not isinstance(entry, dict) or set(entry) != {"cell", "change", "reason"}:
        raise ValueError(f"{whose} does not hold cell, change and reason, and nothing else")
    for key, value in entry.items():
        if not isinstance(value, str) or not value.strip():
            raise ValueError(f"the {key} of {whose} is not a text that says something")
    return Equivalent(entry["cell"], _stripped(entry["change"]), entry["reason"])


def _stripped(change):
    return "\n".join(line.strip() for line in change.strip().split("\n"))
