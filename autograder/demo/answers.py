"""Small files that hold a student's answers, and how they are laid into a release.

A file holds `# %% <grade_id>` lines, each followed by the text of that cell. Two directives may stand before the first:
`# like NAME` starts from another student's answers, `# tamper: NAME` changes the finished file as `tampering` says.
"""

import copy
import re
from dataclasses import dataclass
from pathlib import Path

from nbgrader.utils import is_solution

FOLDER = Path(__file__).parent / "students"


@dataclass(frozen=True)
class Answers:
    """cells: {grade_id: text}; tamper: the name of a function in `tampering`, or ""."""

    cells: dict
    tamper: str = ""


def students(stage):
    """The names of a stage's sample students."""
    return sorted(path.stem for path in (FOLDER / stage).glob("*.py"))


def load(stage, student):
    """The answers of a sample student, those it starts from included."""
    return parse((FOLDER / stage / f"{student}.py").read_text(encoding="utf-8"), lambda name: load(stage, name))


def parse(text, base):
    """Answers from a file's text. base(name) gives the Answers that `# like name` starts from."""
    head, *parts = re.split(r"^# %% (\S+)\n", text, flags=re.MULTILINE)
    like = re.search(r"^# like (\w+)$", head, re.MULTILINE)
    tamper = re.search(r"^# tamper: (\w+)$", head, re.MULTILINE)
    cells = dict(base(like[1]).cells) if like else {}
    cells.update({grade_id: body.rstrip("\n") for grade_id, body in zip(parts[::2], parts[1::2], strict=True)})
    return Answers(cells, tamper[1] if tamper else "")


def fill_in(release, cells):
    """A copy of the release with the given texts in its solution cells. Raises KeyError for one it does not have."""
    notebook = copy.deepcopy(release)
    left = dict(cells)
    for cell in notebook.cells:
        if is_solution(cell) and (text := left.pop(cell.metadata.nbgrader.grade_id, None)) is not None:
            cell.source = text
    if left:
        raise KeyError(f"the release has no solution cell {', '.join(left)}")
    return notebook
