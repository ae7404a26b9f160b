"""Where the hidden tests are, so that nothing of them gets into a message or a page."""

BEGIN, END = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"
# Lines as short as `)` or `else:` give nothing away.
SHORTEST_TELLING_LINE = 6


def hidden_lines(notebook):
    """The telling lines of all hidden tests of a source notebook, longest first, stripped."""
    found = set()
    for cell in notebook.cells:
        lines = cell.source.split("\n")
        found.update(lines[number].strip() for number in hidden_numbers(cell.source))
    return sorted((line for line in found if len(line) >= SHORTEST_TELLING_LINE), key=len, reverse=True)


def hidden_numbers(source):
    """The numbers, from 0, of the lines between the marks."""
    numbers, inside = set(), False
    for number, line in enumerate(source.split("\n")):
        if BEGIN in line or END in line:
            inside = BEGIN in line
        elif inside:
            numbers.add(number)
    return numbers
