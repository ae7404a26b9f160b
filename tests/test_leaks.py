"""Grading keeps nothing of a submission but its result: a class may be large, and so may the arrays of a test."""

import gc
import sys
import weakref

import pytest
from tiny_session import run

# What the tests made.
kept = []
MAKE = """
import sys, weakref
import numpy as np
from flatgrad.check import Check
check = Check("Task 1.1")
array = np.ones(1000)
sys.modules["test_leaks"].kept.append(weakref.ref(array))
def double_of(array=array):
    return double(array)
"""
ENDINGS = {
    "passes": "check.value(double_of(), 2 * array, 'double')",
    "fails": "check.value(double_of(), 3 * array, 'double')",
    "fails in like": "check.like(lambda x: 3 * x, double, array, names='d', what='of x', arguments=('x',))",
    "fails in a part": "with check.part('a', 1):\n    check.value(double_of(), 3 * array, 'double')\ncheck.points()",
    "raises": "raise ValueError(array)",
    "raises in student code": "fail(array)",
    "ends the process": "die(array)",
    "calls back": "twice(lambda x: x + array, 1)",
}
STUDENT = """
import os
def double(x):
    return 2 * x
def fail(x):
    raise KeyError("no")
def die(x):
    os._exit(0)
def twice(f, x):
    return f(f(x))
"""


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
def test_arrays_of_a_test_are_freed_at_once(ending):
    assert sys.modules["test_leaks"].kept is kept
    kept.clear()
    gc.collect()
    gc.disable()  # what only the collector of cycles would find is there for a long time
    try:
        for _ in range(2):
            run(STUDENT, MAKE + ending)
        assert len(kept) == 2 and isinstance(kept[0], weakref.ref)
        assert [reference() for reference in kept] == [None] * 2
    finally:
        gc.enable()
