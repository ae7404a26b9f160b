"""Where the hidden tests are, so that nothing of them gets into a message or a page."""

import re

BEGIN, END = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"
# Lines as short as `)` or `else:` give nothing away.
SHORTEST_TELLING_LINE = 6
# A name alone, as an argument on a line of its own, stands in many a message.
SINGLE_NAME = re.compile(r"[^\W\d][\w.]*[,:]?")


def hidden_lines(notebook):
    """The telling lines of all hidden tests of a source notebook, longest first, stripped."""
    found = set()
    for cell in notebook.cells:
        lines = cell.source.split("\n")
        found.update(lines[number].strip() for number in hidden_numbers(cell.source))
    telling = (line for line in found if len(line) >= SHORTEST_TELLING_LINE and not SINGLE_NAME.fullmatch(line))
    return sorted(telling, key=len, reverse=True)


def without_hidden(source):
    """The text of a cell without its hidden tests and their marks: what a student has of it."""
    hidden = hidden_numbers(source)
    lines = enumerate(source.split("\n"))
    return "\n".join(line for number, line in lines if number not in hidden and not (BEGIN in line or END in line))


def hidden_part(source):
    """The hidden tests in the text of a cell, without their marks."""
    hidden = hidden_numbers(source)
    return "\n".join(line for number, line in enumerate(source.split("\n")) if number in hidden)


def hidden_and_end(source):
    """The hidden tests and what stands behind the last of them: the points of a test with partial credit, perhaps."""
    return hidden_part(source) + "\n" + source.rpartition(END)[2].partition("\n")[2] if END in source else ""


def hidden_numbers(source):
    """The numbers, from 0, of the lines between the marks."""
    numbers, inside = set(), False
    for number, line in enumerate(source.split("\n")):
        if BEGIN in line or END in line:
            inside = BEGIN in line
        elif inside:
            numbers.add(number)
    return numbers
