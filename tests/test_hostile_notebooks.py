"""Two thousand notebooks that are broken in some way: each ends in a row that can be stored and shown."""

import copy
import json
import random

import pytest
import tiny_course

from autograder.grading import grade
from autograder.result import GRADED, REJECTED, as_json

NOTEBOOKS, PARTS = 2000, 10
ODD = [
    None,
    True,
    0,
    -1,
    1.5,
    10**40,
    "",
    "x",
    "\ud800",
    "\0",
    "test-1-1",
    "task-1-1",
    "code",
    "markdown",
    [],
    [[]],
    ["x", 5],
    {},
    {"grade_id": "test-1-1"},
    {"nbgrader": {"grade_id": "task-1-1", "points": 99, "solution": True}},
    "raise SystemExit",
    "def double(x:",
    "%%bash\necho",
    ["def double(x):\n", "    return 2 * x"],
]


def places(value, path=()):
    """The paths to all parts of a JSON value."""
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from places(part, (*path, key))


def changed(notebook, rng):
    """A notebook with one part replaced, removed, doubled, moved or renamed."""
    path = rng.choice([path for path in places(notebook) if path])
    owner = notebook
    for key in path[:-1]:
        owner = owner[key]
    how = rng.randrange(4)
    if how == 0:
        owner[path[-1]] = copy.deepcopy(rng.choice(ODD))
    elif how == 1:
        del owner[path[-1]]
    elif isinstance(owner, list):
        if how == 2:
            owner.insert(rng.randrange(len(owner) + 1), copy.deepcopy(rng.choice(owner)))
        else:
            owner.insert(rng.randrange(len(owner)), owner.pop(path[-1]))
    else:
        owner[rng.choice(["x", "id", "source", "metadata", "cell_type", "nbformat", "\ud800"])] = owner.pop(path[-1])
    return notebook


def broken(whole, rng):
    """The bytes of a broken notebook."""
    notebook = copy.deepcopy(whole)
    for _ in range(rng.randrange(1, 8)):
        changed(notebook, rng)
    data = bytearray(json.dumps(notebook).encode("utf-8"))
    for _ in range(rng.choice([0, 0, 0, 1, 10])):
        data[rng.randrange(len(data))] = rng.randrange(256)
    if rng.random() < 0.05:
        del data[rng.randrange(len(data)) :]
    return bytes(data)


@pytest.mark.parametrize("part", range(PARTS))
def test_broken_notebooks_end_in_a_row(assignment, part):
    whole = json.loads(json.dumps(tiny_course.filled(assignment)))
    rng = random.Random(part)
    seen = set()
    for _ in range(NOTEBOOKS // PARTS):
        data = broken(whole, rng)
        result = grade(assignment, data)
        seen.add(result.status)
        assert result.status in (GRADED, REJECTED), data
        assert 0 <= result.score <= 6.0
        assert "\n" not in result.error
        if result.status == GRADED:
            assert list(result.cells) == list(tiny_course.POINTS)
            tiny_course.check_whole(json_notebook(result), assignment)
        json.dumps(as_json("tiny", 7.0, {"ann": result}), ensure_ascii=False).encode("utf-8")
    assert seen == {GRADED, REJECTED}
    assert grade(assignment, assignment.source_bytes).score == 6.0


def json_notebook(result):
    import nbformat

    return nbformat.reads(result.notebook, as_version=4)
