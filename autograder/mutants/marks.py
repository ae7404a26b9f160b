"""Which lines of a cell are the solution: what stands outside of the marks is given to students and stays as it is."""

from ..markup import BEGIN, END


def solution_lines(source):
    """The numbers, from 1, of the lines strictly between the marks. A BEGIN without its END counts for nothing."""
    found, begin = set(), None
    for number, line in enumerate(source.split("\n"), start=1):
        if BEGIN["solution"] in line:
            begin = number
        elif END["solution"] in line and begin is not None:
            found.update(range(begin + 1, number))
            begin = None
    return found
