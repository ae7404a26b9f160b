"""Where the hidden tests are, so that nothing of them gets into a message or a page."""

import re

from .text import ANSI

BEGIN, END = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"
# Lines as short as `)` or `else:` give nothing away.
SHORTEST_TELLING_LINE = 6
FRAME = re.compile(r"^(?:Cell )?In\s?\[\d+\], line (\d+)|^File .*, in <cell line: (\d+)>", re.MULTILINE)


def hidden_lines(notebook):
    """The telling lines of all hidden tests of a source notebook, longest first, stripped."""
    found = set()
    for cell in notebook.cells:
        lines = cell.source.split("\n")
        found.update(lines[number].strip() for number in _hidden_numbers(cell.source))
    return sorted((line for line in found if len(line) >= SHORTEST_TELLING_LINE), key=len, reverse=True)


def raised_in_hidden_part(output, cell):
    """True unless the traceback of a test cell's error tells that a line outside its hidden part was running."""
    hidden = _hidden_numbers(cell.source)
    if not hidden:
        return False
    first = FRAME.search(ANSI.sub("", "\n".join(output.get("traceback", []))))
    return first is None or int(first[1] or first[2]) - 1 in hidden


def _hidden_numbers(source):
    """The numbers, from 0, of the lines between the marks."""
    numbers, inside = set(), False
    for number, line in enumerate(source.split("\n")):
        if BEGIN in line or END in line:
            inside = BEGIN in line
        elif inside:
            numbers.add(number)
    return numbers
