"""What a cell's outcome means for a task, in one or two short lines. What student code says is cleaned first."""

import re
from typing import NamedTuple

from ..escapes import ANSI
from .execution import DIED, ERROR, FINE, NOT_RUN, SLOW

LONGEST = 300
# The last line of a check whose parts do not all hold, as flatgrad.verdict prints it.
PARTIAL = re.compile(r"^✗ .+?: (\d+(?:\.\d+)?) of [\d.]+ points so far; not yet: (.+)$", re.MULTILINE)
RED_LINE = re.compile(r"^\x1b\[31m(.*)\x1b\[0m$")
STUB_TEXT = " is not written yet"
IN_FUNCTION = re.compile(r"In ?\[\d+\], line (\d+)(?:, in ([\w.]+))?")
# A check's own line about an exception in a student's function.
EXPLAINED = re.compile(r"✗ Task \d+\.\d+: (\w+ in .+)", re.DOTALL)
FILE_OF_CELL = re.compile(r"\(\S+\.py, (line \d+)\)")
# A name that a text gives, as far as one sees without reading it as Python: the text may have an error.
GIVEN = re.compile(r"^(?:(?:async )?def|class) +(\w+)|^(\w+(?: *, *\w+)*) *=[^=]", re.MULTILINE)
# Python's words, and those of a check that finds a name missing before it begins.
MISSING_NAME = {
    "NameError": re.compile(r"name '(\w+)' is not defined"),
    "CheckFailed": re.compile(r": there is no (\w+) (?:and no \w+ )*yet$", re.MULTILINE),
}


class State(NamedTuple):
    """A task's points, its mark (✓, ✗ or nothing) and its lines. open: whether there is something left to do."""

    got: float
    mark: str
    lines: tuple
    open: bool = True


def state_of_check(cell, outcome, failed, limit, graded_limit=None):
    """The State of a task whose check ended so. failed: {cell: outcome} of the cells before it that did.

    limit: after how many seconds a cell is stopped here; graded_limit: when it is graded, None for never.
    """
    if cell.was_edited:  # whatever it says now
        return State(0.0, "✗", ("its check was edited; take the cell from a fresh copy",))
    if outcome.end == FINE:
        partial = PARTIAL.search(without_escapes(outcome.printed))
        if partial:
            return _state_of_parts(cell, outcome, partial)
        if graded_limit and outcome.seconds > graded_limit:
            slow = f"right, but slow: {outcome.seconds:.0f} s here; graded, it is stopped after {graded_limit:g} s"
            return State(cell.points, "✓", (slow,))
        return State(cell.points, "✓", (), open=False)
    stub = stub_of(outcome)
    if stub is not None:
        waits = stub not in ("", cell.name)
        return State(0.0, "", (f"waits for {stub}, which is not written yet" if waits else "not written yet",))
    own = [outcome for other, outcome in failed.items() if other.name == cell.name]
    if own and missing_name(outcome):
        return State(0.0, "✗", (f"its cell {ended(own[-1], limit)}",))
    cause = cause_of(outcome, failed)
    if cause:
        return State(0.0, "✗", (f"stopped by an earlier error: {place(cause)} {ended(failed[cause], limit)}",))
    if outcome.end == ERROR and outcome.error == "CheckFailed":
        return State(0.0, "✗", (first_line(outcome.text).removeprefix(f"{cell.name}: "),))
    return State(0.0, "✗", (f"the check {ended(outcome, limit)}",))


def state_of_answer(cell, empty):
    """The State of a question: all that can be seen is whether there is an answer."""
    text = cell.source.strip()
    if text in ("", empty):
        return State(0.0, "", ("not answered yet",))
    return State(0.0, "", ("answered; a person reads it",), open=False)


def stub_of(outcome):
    """The task whose stub ended a cell, '' when it does not say which, or None when it was no stub."""
    if outcome.end != ERROR or outcome.error != "NotImplementedError":
        return None
    text = first_line(outcome.text)
    return text if re.fullmatch(r"Task \d+\.\d+", text) else ""


def cause_of(outcome, failed):
    """The cell among the failed ones that should have given the name that was missing, or None."""
    missing = missing_name(outcome)
    for cell in reversed(failed if missing else ()):
        if missing in given(cell.source):
            return cell
    return None


def missing_name(outcome):
    """The name for want of which a cell ended, or ""."""
    found = MISSING_NAME[outcome.error].search(outcome.text) if outcome.error in MISSING_NAME else None
    return found[1] if found else ""


def given(source):
    """The names that a text gives at its left margin."""
    return {name.strip() for match in GIVEN.findall(source) for name in (match[0] or match[1]).split(",")}


def ended(outcome, limit):
    """How a cell ended, to follow "the cell"."""
    if outcome.end == SLOW:
        return f"was still running after {limit:g} s and was stopped"
    if outcome.end == DIED:
        return "ended Python itself (out of memory, perhaps)"
    if outcome.end == NOT_RUN:
        return "was not run: Python itself was ended too often before it"
    text = FILE_OF_CELL.sub(r"(\1)", first_line(outcome.text))
    if outcome.error == "AssertionError" and text:
        return f"says: {text}"
    if explained := EXPLAINED.match(without_escapes(outcome.traceback)):
        # The lines were broken to fit a notebook.
        return f"stops with {first_line(' '.join(explained[1].split()))}"
    where = IN_FUNCTION.findall(without_escapes(outcome.traceback))
    # The first place is the cell itself.
    where = f" in {where[-1][1]}, line {where[-1][0]}" if len(where) > 1 and where[-1][1] else ""
    return f"stops with {first_line(outcome.error)}{where}" + (f": {text}" if text else "")


def place(cell):
    """A cell, for a person who sees no numbers of cells."""
    if cell.name:
        return f"the cell of {cell.name}"
    line = next((line.strip() for line in cell.source.split("\n") if line.strip()), "")
    line = first_line(line)
    return f"the cell that begins with {line if len(line) <= 40 else line[:39] + '…'}"


def first_line(text):
    """The first line of a text that says something, fit to be shown."""
    lines = [line.strip() for line in without_escapes(str(text)[: 10 * LONGEST]).split("\n") if line.strip()]
    line = "".join(c if c.isprintable() else " " for c in lines[0]) if lines else ""
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def without_escapes(text):
    """A text without what colours it on a terminal."""
    return ANSI.sub("", text)


def _state_of_parts(cell, outcome, partial):
    """Some parts hold: say what the first of the others says, and which they are."""
    found = _red_sentences(outcome.printed)
    if float(partial[1]) == 0 and found and all(sentence.endswith(STUB_TEXT) for sentence in found):
        return State(0.0, "", ("not written yet",))
    lines = [found[0].removeprefix(f"{cell.name}: ")] if found else []
    return State(float(partial[1]), "✗", (*map(first_line, lines), first_line(f"not yet: {partial[2]}")))


def _red_sentences(printed):
    """The sentences behind a ✗ but for the last one, each put together again from the lines it was wrapped into."""
    found, inside = [], False
    for line in printed.split("\n"):
        red = RED_LINE.match(line)
        if red and red[1].startswith("✗ "):
            found.append(red[1][2:])
        elif red and inside:
            found[-1] += ("" if found[-1].endswith("-") else " ") + red[1]
        inside = bool(red)
    return [sentence for sentence in found if " points so far; not yet: " not in sentence]
