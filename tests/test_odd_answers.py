"""Whatever a function returns, a check ends with CheckFailed or with nothing, and with a short message."""

import warnings
from collections import deque
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from flatgrad.check import Check, CheckFailed

check = Check("Task 9.9")


class BadArray:
    def __init__(self, error):
        self.error = error

    def __array__(self, *args, **kwargs):
        raise self.error


class Hostile:
    def __repr__(self):
        raise RuntimeError

    __eq__ = __bool__ = __len__ = __deepcopy__ = __array_interface__ = __repr__


class Subclass(np.ndarray):
    def __eq__(self, other):
        raise RuntimeError


def endless():
    rows = []
    rows.append(rows)
    return rows


ANSWERS = {
    "None": None,
    "Ellipsis": ...,
    "NotImplemented": NotImplemented,
    "truth": True,
    "nan": np.nan,
    "inf": np.inf,
    "huge int": 10**400,
    "complex": 1j,
    "str": "3.0",
    "long str": "x" * 10**6,
    "bytes": b"3",
    "empty list": [],
    "list": [1.0, 2.0],
    "ragged": [[1, 2], [3]],
    "endless": endless(),
    "list of None": [None, 1.0],
    "list of huge": [10**400, 1],
    "list of str": ["1", "2"],
    "long list": [0.5] * 10**5,
    "tuple": (1.0, [1.0, 3.0]),
    "dict": {"loss": 1.0},
    "set": {1, 2},
    "deque": deque([1, 2]),
    "range": range(2),
    "generator": (i for i in range(2)),
    "function": lambda *args: 1,
    "class": int,
    "module": np,
    "exception": ValueError("no"),
    "Fraction": Fraction(1, 2),
    "list of Decimal": [Decimal(1), Decimal(2)],
    "Generator": np.random.default_rng(0),
    "hostile": Hostile(),
    "no array": BadArray(KeyError("no")),
    "a stub as array": BadArray(NotImplementedError("no")),
    "nameless": type("", (), {})(),
    "object array": np.array([None, np.zeros(2), "x"], dtype=object),
    "str array": np.array(["a", "b"]),
    "complex array": np.ones((2, 3)) * 1j,
    "dates": np.array(["2020-01-01", "2021-01-01"], dtype="M8[D]"),
    "record": np.zeros(2, dtype="i4,f8"),
    "3-D": np.zeros((2, 3, 4)),
    "empty": np.zeros((0, 3)),
    "big": np.zeros(10**6),
    "big nan": np.full(10**6, np.nan),
    "extremes": np.array([1e308, -1e308]),
    "longdouble": np.array([np.longdouble(1e308) * 1e10, 1]),
    "subclass": np.zeros(2).view(Subclass),
    "masked": np.ma.masked_array([1.0, 2.0], [True, False]),
}
EXPECTED = [1.0, np.array([1.0, 2.0]), np.ones((2, 3)), np.full((2, 3, 4), 0.5), np.zeros((0, 2)), np.ones(10**6)]


def by_reference(w, dw, config):
    return w - dw, config


def uses(answer):
    """Every way in which an answer reaches a check."""
    for expected in EXPECTED:
        yield lambda e=expected: check.value(answer, e, "x", sizes={"N": 2}, terms={"t": 1.0})
        yield lambda e=expected: check.shape(answer, np.shape(e), "x")
    yield lambda: check.finite(answer, "x")
    yield lambda: check.true(answer, "x")
    yield lambda: check.parts(answer, ("loss", "dW"), "x")
    yield lambda: check.gradient(np.sum, np.ones(2), answer, "x")
    yield lambda: check.gradient(lambda x: answer, np.ones(2), np.ones(2), "x")
    for result in (answer, (answer, answer), (1.0, answer)):
        yield lambda r=result: check.like(lambda: (1.0, [1.0, 2.0]), lambda: r, names=("a", "b"), what="of x")
    for step in (
        lambda w, dw, config: answer,
        lambda w, dw, config: (answer, config),
        lambda w, dw, config: (w - dw, answer),
        lambda w, dw, config: (w - dw, {**config, "memory": answer}),
    ):
        yield lambda s=step: check.steps(by_reference, s, np.ones(2), np.ones((2, 2)), {"learning_rate": 1.0}, "x")
    yield lambda: check.raises(ValueError, lambda: answer, what="x")
    yield lambda: check.pure(lambda: answer, names=(), what="x")
    yield lambda: check.pure(lambda d: d.update(a=answer), {"a": 1.0}, names=("d",), what="x")
    yield lambda: check.pure(lambda d: d.append(answer), [1.0], names=("d",), what="x")
    yield lambda: check.call(lambda x, y: y, answer, y=answer)


@pytest.mark.parametrize("name", ANSWERS)
def test_odd_answers(name):
    failures = 0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for use in uses(ANSWERS[name]):
            try:
                use()
            except CheckFailed as failed:
                failures += 1
                assert str(failed).startswith("Task 9.9: ") and len(str(failed)) < 1000
    assert failures >= 10
