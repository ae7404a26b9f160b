"""Did a function leave its arguments alone, and does it answer the same when asked again?

Copies to call it with, and a comparison that copes with whatever somebody may return.
"""

import copy

import numpy as np


def copied(values):
    """A tuple of deep copies of values. What cannot be copied (an open file, a running generator) is passed on."""
    memo = {}
    return tuple(_copied(value, memo) for value in values)


def called(function, args):
    """(what function returns, the arguments as it leaves them).

    A function that lives in another process works on copies there, and says itself what became of them.
    """
    elsewhere = getattr(function, "call_with_arguments", None)
    return (function(*args), args) if elsewhere is None else elsewhere(*args)


def same(a, b, rounding=False):
    """Whether b still is what a was: numbers bit for bit, or up to rounding, also inside dicts, lists and tuples.

    Functions, Generators and objects that cannot be compared are not judged: they count as the same.
    """
    try:
        return _same(a, b, rounding)
    except Exception:
        return True


def changed(value):
    """Another value of the same kind, to see whether it matters; value itself where there is no obvious one.

    Numbers are doubled, and 0 becomes 1; integers and labels move to the next one below their largest.
    """
    array = np.asarray(value)
    if array.dtype.kind == "f":
        other = np.where(array == 0, 1.0, 2 * array).astype(array.dtype)
    elif array.dtype.kind in "iu" and array.size:
        other = (array + 1) % (np.max(array) + 1) if array.ndim else array + 1
    else:
        return value
    return other if isinstance(value, np.ndarray) else other.item()


def _copied(value, memo):
    try:
        return copy.deepcopy(value, memo)
    except Exception:
        return value


def _same(a, b, rounding):
    if a is b:
        return True
    if isinstance(a, np.ndarray | np.generic | float | int):
        return _same_numbers(np.asarray(a), np.asarray(b), rounding)
    if callable(a):
        return True
    if isinstance(a, dict):
        return isinstance(b, dict) and a.keys() == b.keys() and all(_same(a[k], b[k], rounding) for k in a)
    if isinstance(a, tuple | list):
        return type(a) is type(b) and len(a) == len(b) and all(_same(x, y, rounding) for x, y in zip(a, b, strict=True))
    return type(a) is type(b) and (type(a).__eq__ is object.__eq__ or bool(a == b))


def _same_numbers(a, b, rounding):
    if a.shape != b.shape or a.dtype.kind not in "fc" or b.dtype.kind not in "fc":
        return np.array_equal(a, b)
    if not rounding:
        return np.array_equal(a, b, equal_nan=True)
    # Some linear algebra libraries round differently when an array starts at another address.
    slack = 1e4 * np.finfo(a.dtype).eps
    largest = np.max(np.abs(a[np.isfinite(a)]), initial=0.0)
    return np.allclose(a, b, rtol=slack, atol=slack * largest, equal_nan=True)
