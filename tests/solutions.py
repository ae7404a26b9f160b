"""The notebooks' own solutions as plain functions, to be run outside of a notebook."""

import functools
import json

import tiny_course

from autograder.demonstrations import TAG


@functools.cache
def of(stage):
    """A dict of all names that the solutions and the locked cells of a stage define; pictures and tests are not run."""
    path = tiny_course.CHECKOUT / "source" / stage / f"{stage}.ipynb"
    names = {"__name__": stage}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        is_test = marks.get("grade") and not marks.get("solution")
        if cell["cell_type"] == "code" and not is_test and TAG not in cell["metadata"].get("tags", []):
            exec(compile("".join(cell["source"]), f"<{stage} {cell['id']}>", "exec"), names)
    return names
