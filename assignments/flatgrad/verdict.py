"""How a check speaks: a green line when all is well, CheckFailed with a message when not, and points for parts."""

import contextlib
import re
import sys
import textwrap
import time

from . import cell
from .escapes import GREEN, PLAIN, RED

# What fits beside the margins of a notebook.
WIDTH = 100
# What a student is told: the whole message, the message without its numbers, or that a check failed.
EXPLAIN = ("full", "hint", "none")


def in_red(text):
    """A message as the lines that a notebook shows: the first one, behind a ✗, and what is marked wrong in red."""
    first, *rest = text.split("\n")
    lines = [f"{RED}{line}{PLAIN}" for line in textwrap.wrap(f"✗ {first}", WIDTH)]
    for line in rest:
        # Sentences are wrapped where words end; the lines of a table stay as they are.
        table = line.startswith("  ")
        lines.extend([re.sub(r"\S+\*(?=\s|$)", rf"{RED}\g<0>{PLAIN}", line)] if table else textwrap.wrap(line, WIDTH))
    return lines


class CheckFailed(AssertionError):
    """A check found a mistake. Its text is the message for the student; `full` is the message with all numbers.

    A notebook shows the text without a stack trace.
    """

    def __init__(self, text, full=""):
        super().__init__(text)
        self.full = full or text

    def _render_traceback_(self):
        return in_red(str(self))


class TestFault(Exception):
    """The test itself is at fault: never held against an answer."""

    __test__ = False  # pytest: this is no test


class Points(float):
    """A number of points, with the message that explains what is missing. nbgrader sees the number."""

    message = ""


class Verdict:
    """The verdicts on one task. explain: how much of a message the student may see, see EXPLAIN.

    Raises CheckFailed in a cell of a notebook that needs a name which no cell has given yet.
    """

    def __init__(self, task, explain="full"):
        self.task, self.explain = task, explain
        self.parts_of_task, self.lost = {}, {}
        self.begun = time.monotonic()
        frame = sys._getframe(1)
        self.own_cell = frame.f_code.co_filename
        # All checks of a cell would fail for it, with a stack trace through what the student did not write.
        if names := cell.missing(frame):
            self.fail(
                f"there is no {' and no '.join(names[:3])} yet",
                hint="run the cell that makes it, then this one; it must have exactly this name",
            )

    def passed(self, note="all visible checks pass", seconds=None):
        """Say that everything above held. The last line of a visible check cell.

        seconds: what the cell may take when it is graded; who took longer here is warned.
        """
        if self.lost:
            total, held = sum(self.parts_of_task.values()), self.points()
            missing = ", ".join(self.lost)
            print(f"{RED}✗ {self.task}: {held:g} of {total:g} points so far; not yet: {missing}{PLAIN}")
        else:
            print(f"{GREEN}✓ {self.task}: {note}{PLAIN}")
        took = time.monotonic() - self.begun
        if seconds is not None and took > seconds:
            print(f"{RED}But this took {took:.0f} s; when it is graded, it is stopped after {seconds:g} s.{PLAIN}")

    def fail(self, sentence, numbers="", hint=""):
        """Raise CheckFailed with the parts that are not empty, a line each."""
        full = _lines(f"{self.task}: {sentence}", numbers, f"Hint: {hint}" if hint else "")
        if self.explain == "full":
            raise CheckFailed(full)
        if self.explain == "hint":
            raise CheckFailed(_lines(f"{self.task}: {sentence}", f"Hint: {hint}" if hint else ""), full)
        if self.explain == "none":
            raise CheckFailed(f"{self.task}: a hidden check failed", full)
        raise TestFault(f"explain is {self.explain!r}; it must be one of {', '.join(EXPLAIN)}")

    def true(self, condition, sentence, hint=""):
        """Fail with the sentence unless the condition holds. An array of several truths is none, so it fails."""
        try:
            holds = bool(condition)
        except Exception:
            holds = False
        if not holds:
            self.fail(sentence, hint=hint)

    @contextlib.contextmanager
    def part(self, name, points, own_stub=False):
        """A part of the task with points of its own: they are lost when a check in the with block fails.

        A part may have several blocks, visible and hidden; all must hold. The message of one that fails is printed,
        and the cell goes on. `points` gives the sum. A stub counts for the whole task, and stops it, unless the part
        has one of its own.
        """
        self.parts_of_task[name] = points
        try:
            yield
        except TestFault:
            raise
        except Exception as error:
            if isinstance(error, CheckFailed):
                message = str(error)
            elif isinstance(error, NotImplementedError):
                if not own_stub:
                    raise
                message = f"{self.task}: {name} is not written yet"
            else:
                message = self.told(error, cell.place(error, self.own_cell) or f"the part {name!r}")
            self.lost.setdefault(name, message)
            print("\n".join(in_red(getattr(error, "full", message))))

    def told(self, error, place):
        """An exception of an answer as the first line of a message."""
        message = f"{self.task}: {type(error).__name__} in {place}"
        with contextlib.suppress(Exception):  # its text is the student's code, perhaps
            message += f": {error}" if self.explain == "full" else ""
        return message

    def points(self):
        """The points of the parts that held. The last line of a test cell with parts."""
        points = Points(sum(points for name, points in self.parts_of_task.items() if name not in self.lost))
        first, *rest = self.lost.values() or [""]
        points.message = _lines(first, *(message.split("\n")[0] for message in rest))
        return points


def _lines(*parts):
    return "\n".join(part for part in parts if part)
