"""Two thousand student processes that say something wrong on the wire: each ends in a row, none harms the next."""

import random
import time

import nbformat
import pytest
import tiny_course

from autograder.limits import Limits
from autograder.session import servers
from autograder.session.notebook import Run
from autograder.session.testcell import DEAD, OVER_TIME
from autograder.wire.frames import MAGIC, PREFIX

STREAMS, PARTS = 2000, 8
WIRE = 3  # the descriptor of the connection in a student's process
LIMITS = Limits(cell_seconds=0.1, total_seconds=5)
HEADERS = [
    b'["value",["n"],[]]',
    b'["value",["h",0,"function","f"],[]]',
    b'["value",["d",[[["s","outputs"],["l",[]]],[["s","good"],["b",true]],[["s","count"],["i","0x1"]]]],[]]',
    b'["value",["a","float64",[2],0],[16]]',
    b'["raised",["ValueError",["ValueError"],"x"],[]]',
    b'["raised",[1,2,3],[]]',
    b'["raised","x",[]]',
    b'["callback",[1,["l",[["l",[]],["d",[]]]]],[]]',
    b'["callback",[0,["n"]],[]]',
    b'["callback",7,[]]',
    b'["layers",[[],{}],[]]',
    b'["done",[],[]]',
    b'[["value"],["n"],[]]',
    b'["value",["l",' + b"[" * 5000 + b"]" * 5000 + b"],[]]",
    b'["value",["i","0x' + b"f" * 40_000 + b'"],[]]',
    b'["value",' + b"9" * 10_000 + b",[]]",
    b'{"value":1}',
    b"\xff\xfe",
    b"",
]


def frame(rng, number):
    """The bytes of a frame that is wrong, or only out of turn."""
    header = rng.choice(HEADERS)
    buffers = bytes(16) if b"[16]" in header else b""
    magic = MAGIC if rng.random() < 0.9 else rng.randbytes(4)
    length = (
        len(header) if rng.random() < 0.8 else rng.choice([0, 1, len(header) - 1, len(header) + 1, 2**31, 2**32 - 1])
    )
    total = len(buffers) if rng.random() < 0.8 else rng.choice([1, 8, 2**40, 2**64 - 1])
    turn = number if rng.random() < 0.7 else rng.choice([0, 1, number + 1, 2**63])
    return PREFIX.pack(magic, turn, max(0, length), total) + header + buffers


def stream(rng, number):
    """What one cell writes onto the wire."""
    kind = rng.randrange(5)
    if kind == 0:
        return rng.randbytes(rng.randrange(1, 200))
    data = b"".join(frame(rng, number + i) for i in range(rng.randrange(1, 4)))
    if kind == 1:
        return data[: rng.randrange(1, len(data))]
    if kind == 2:
        data = bytearray(data)
        for _ in range(rng.randrange(1, 6)):
            data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def session(seed):
    """Run a notebook whose cell, or whose function, writes onto the wire. Returns how its test cell ended."""
    rng = random.Random(seed)
    in_cell = rng.random() < 0.5
    write = f"os.write({WIRE}, {stream(rng, 1 if in_cell else 3)!r})"
    code = f"import os\n{write if in_cell else ''}\ndef f(x):\n    {'' if in_cell else write}\n    return x"
    cells = [
        tiny_course.cell("task", code, solution=True),
        # f(1) is 1, and 2 is what a forged frame could have said, had it the right number and form.
        tiny_course.cell("test", "assert f(1) == 2", points=1, locked=True),
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    outcomes = Run(servers.current(), notebook, LIMITS).outcomes
    nbformat.validate(notebook)
    return outcomes["test"]


def neighbour():
    cells = [
        tiny_course.cell("task", "def f(x):\n    return x + 1", solution=True),
        tiny_course.cell("test", "assert f(1) == 2", points=1, locked=True),
    ]
    return Run(servers.current(), nbformat.v4.new_notebook(cells=cells), Limits()).outcomes["test"]


@pytest.mark.parametrize("part", range(PARTS))
def test_wrong_words_end_in_a_row(part):
    ends = set()
    for seed in range(part * STREAMS // PARTS, (part + 1) * STREAMS // PARTS):
        start = time.monotonic()
        outcome = session(seed)
        assert time.monotonic() - start < 20
        assert outcome.error, seed
        ends.add(outcome.error)
    assert DEAD in ends
    assert ends <= {DEAD, OVER_TIME, "AssertionError", "ValueError", "TypeError", "NameError"}
    assert neighbour().error == ""
