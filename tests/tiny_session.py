"""One student's cell and some tests of it, run as the grader runs them."""

import nbformat
import tiny_course

from autograder.limits import Limits
from autograder.session import servers
from autograder.session.notebook import Run


def run(student, *tests, limits=None, before=()):
    """The Outcomes of tests against a student's cell. before: cells that stand before it."""
    cells = [*before, tiny_course.cell("task-1-1", student, solution=True)]
    cells += [tiny_course.cell(f"test-{n}", text, points=1, locked=True) for n, text in enumerate(tests)]
    return list(Run(servers.current(), nbformat.v4.new_notebook(cells=cells), limits or Limits()).outcomes.values())
