"""The bank of hostile submissions in tests/attacks/: what each tries, the most it may score, and its notebook.

A file is laid out like a sample student's (see `autograder.demo.answers`), with a head of its own:

    # tries: one line that says what the attack tries
    # base: stub               or a sample student, whose answers it starts from
    # may score: 0             no more than what it honestly computes
    # like NAME                optional: starts from the cells of attacks/shared/NAME.py
    # tamper: NAME             optional: a function of attacks/tampering.py, from the filled-in notebook to bytes
    # %% task-1-1              the text of that cell; `first` and `last` are cells of its own around all others

An attack that gets at something it must not have prints a line with BREACH, also where that earns it no point. What
it finds it shows as it is, backwards and in hex: `forms` gives all three of a marker to look for.
"""

import copy
import importlib.util
import re
from dataclasses import dataclass
from pathlib import Path

from nbformat.v4 import new_code_cell

from autograder.demo import answers, tampering

FOLDER = Path(__file__).parent / "attacks"
STUB = "stub"
OUTER = ("first", "last")
# What every script, style or handler of the bank sets, so that its way into a page can be found.
SCRIPT = "window.attacked=1"
BREACH = "BREACH"


@dataclass(frozen=True)
class Attack:
    """cells: {grade_id, "first" or "last": text}, those of its base not included; tamper: a function's name or ""."""

    name: str
    tries: str
    base: str
    may_score: float
    cells: dict
    tamper: str = ""


def names():
    """The names of all attacks."""
    return sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "tampering")


def load(name):
    """An Attack by its name. Raises ValueError when its head lacks something."""
    text = _text(name)
    head = dict(re.findall(r"^# (tries|base|may score): (.+)$", text.split("# %%")[0], re.MULTILINE))
    if len(head) < 3:
        raise ValueError(f"{name} must say what it tries, its base and what it may score")
    parsed = answers.parse(text, base=lambda shared: answers.parse(_text(f"shared/{shared}"), base=None))
    return Attack(name, head["tries"], head["base"], float(head["may score"]), parsed.cells, parsed.tamper)


def submission(name, release, course_stage="softmax"):
    """The bytes that an attacker hands in. release: the released notebook, a NotebookNode."""
    attack = load(name)
    cells = {} if attack.base == STUB else dict(answers.load(course_stage, attack.base).cells)
    cells.update({grade_id: text for grade_id, text in attack.cells.items() if grade_id not in OUTER})
    notebook = answers.fill_in(release, cells)
    if "first" in attack.cells:
        notebook.cells.insert(0, new_code_cell(attack.cells["first"], id="attack-first"))
    if "last" in attack.cells:
        notebook.cells.append(new_code_cell(attack.cells["last"], id="attack-last"))
    tamper = getattr(_tampering(), attack.tamper) if attack.tamper else tampering.none
    return tamper(copy.deepcopy(notebook))


def honest(attack, release, course_stage="softmax"):
    """The bytes of an attack's base: what the same student would hand in without attacking."""
    cells = {} if attack.base == STUB else answers.load(course_stage, attack.base).cells
    return tampering.none(answers.fill_in(release, cells))


def forms(marker):
    """A marker in every form in which an attack shows what it found."""
    return marker, marker[::-1], marker.encode().hex()


def _text(name):
    return (FOLDER / f"{name}.py").read_text(encoding="utf-8")


def _tampering():
    spec = importlib.util.spec_from_file_location("attack_tampering", FOLDER / "tampering.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
