"""Plain lines for any terminal: wrapped where they end, coloured only where somebody looks, in letters that it has."""

import os
import shutil
import textwrap

from ..escapes import GREEN, PLAIN, RED

COLOURS = {"✓": GREEN, "✗": RED}
# For a terminal without these letters.
ASCII = {"✓": "+", "✗": "x", "…": "...", "–": "-", "²": "^2", "·": "*", "½": "1/2", "×": "x"}
NARROWEST = 20
MOST_BESIDE = 28  # a message with less room than this stands below its task


class Page:
    """Where the lines go: a text stream."""

    def __init__(self, stream):
        self.stream, self.transient = stream, 0
        self.terminal = stream.isatty()
        columns = shutil.get_terminal_size((80, 24)).columns
        # The last column is left free: some terminals go to the next line when it is used.
        self.width = max(NARROWEST, columns - 1)
        self.coloured = self.terminal and "NO_COLOR" not in os.environ and _knows_colours()
        self.task_width = 0

    def text(self, text=""):
        """A paragraph."""
        self._lines(textwrap.wrap(text, self.width, break_on_hyphens=False) or [""])

    def heading(self, tasks):
        """The head of the table; tasks: all names there will be in its first column."""
        self.task_width = max(map(len, ["task", *tasks])) + 2
        self._lines([f"{'task':<{self.task_width}}{'points':<12}state"[: self.width]])

    def row(self, row):
        """A row of the table, a `findings.Row`."""
        got = "–" if row.in_words else f"{row.state.got:g}"
        start = f"{row.task:<{self.task_width}}{got:>4} / {row.points:<5g}"
        mark, lines = row.state.mark, list(row.state.lines)
        if mark:
            lines[:1] = [f"{mark} {lines[0]}" if lines else mark]
        # What follows is set under the text behind the mark.
        below = "  " if mark else ""
        beside = self.width - len(start) >= MOST_BESIDE
        indent = len(start) if beside else 4
        wrapped = []
        for number, line in enumerate(lines):
            wrapped += textwrap.wrap(
                line,
                self.width - indent,
                initial_indent=below if number else "",
                subsequent_indent=below,
                break_on_hyphens=False,
            )
        if not beside and len(wrapped) == 1 and len(start) + len(wrapped[0]) <= self.width:
            beside = True
        first = start + wrapped.pop(0) if beside else start.rstrip()
        self._lines([first, *(" " * indent + line for line in wrapped)], mark)

    def status(self, text):
        """A line that the next one replaces; only on a terminal."""
        if self.terminal:
            self.clear()
            text = text[: self.width]
            self.stream.write(text)
            self.stream.flush()
            self.transient = len(text)

    def clear(self):
        """Take the status away."""
        if self.transient:
            self.stream.write("\r" + " " * self.transient + "\r")
            self.transient = 0

    def _lines(self, lines, mark=""):
        self.clear()
        for line in lines:
            line = self._spelled(line.rstrip())
            if mark and self.coloured:
                line = line.replace(mark, f"{COLOURS[mark]}{mark}{PLAIN}", 1)
                mark = ""
            self.stream.write(line + "\n")
        self.stream.flush()

    def _spelled(self, text):
        """The text in letters that the stream has."""
        encoding = self.stream.encoding or "utf-8"
        try:
            text.encode(encoding)
            return text
        except UnicodeError:
            text = text.translate({ord(letter): plain for letter, plain in ASCII.items()})
            return text.encode(encoding, "replace").decode(encoding)


def _knows_colours():
    """Old Windows terminals show the codes instead."""
    return os.name != "nt" or any(name in os.environ for name in ("WT_SESSION", "TERM", "ANSICON"))
