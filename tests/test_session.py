"""A test cell uses what a student defined as if it lay in the same process: every kind of thing a course's tests do."""

import re

import nbformat
import pytest
import tiny_course

from autograder.limits import Limits
from autograder.session import servers
from autograder.session.notebook import Run

STUDENT = """
import numpy as np
from dataclasses import dataclass

FACTOR = 3
NAMES = {"a": [1, 2.5, None], ("b", 1): np.arange(3)}

def double(x):
    return 2 * x

def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros_like(x)
    for i in np.ndindex(*x.shape):
        kept = x[i]
        x[i] = kept + h
        plus = f(x)
        x[i] = kept - h
        minus = f(x)
        x[i] = kept
        grad[i] = (plus - minus) / (2 * h)
    return grad

def square_loss(W):
    return float(np.sum(W * W))

def fill(x):
    x[...] = 7
    return x.sum()

def draw(rng, n):
    return rng.normal(size=n)

def count(n):
    for i in range(n):
        yield i * i

class Model:
    kind = "linear"
    def __init__(self, d, c=2):
        self.params = {"W": np.zeros((d, c)), "b": np.zeros(c)}
        self.history = []
    def loss(self, X):
        return float(np.sum(X @ self.params["W"] + self.params["b"]))
    def train(self):
        self.params["W"] += 1.0
        self.history.append("trained")
        return self
    def __getitem__(self, key):
        return self.params[key]
    def __setitem__(self, key, value):
        self.params[key] = value
    def __contains__(self, key):
        return key in self.params
    def __len__(self):
        return len(self.params)
    @property
    def broken(self):
        raise AttributeError("no such thing")

class Deeper(Model):
    pass

class OwnError(ValueError):
    pass

def fail(kind):
    if kind == "own":
        raise OwnError("own words")
    if kind == "exit":
        raise SystemExit(3)
    if kind == "interrupt":
        raise KeyboardInterrupt
    if kind == "unicode":
        b"\\xff".decode("utf-8")
    raise kind("text")

def make_adder(n):
    return lambda x: x + n

def twice(f, x):
    return f(f(x))

@dataclass
class Point:
    x: float
    y: float = 2.0

def everything():
    return [
        None, True, 7, -2**100, 0.1, 1 + 2j, "é\\ud800", b"b\\0", ..., (1, (2,)), [3, [4.0]], {"k": {1: 2}}, {1, 2},
        slice(1, None, 2), range(3, 9, 2), np.float32(0.5), np.int8(-3), np.bool_(True), float("nan"), float("-inf"),
        np.array(5.0), np.zeros((2, 0, 3)), np.array([[True, False]]), np.arange(6).reshape(2, 3).T,
        np.array([1, 2], dtype=">i4"), np.array([1j], dtype=np.complex64), np.float16([1.5]), [0.5] * 40, (0.5,) * 40,
    ]
"""

TESTS = {
    "values": """
import math
import numpy as np
v = everything()
assert v[:6] == [None, True, 7, -2**100, 0.1, 1 + 2j] and type(v[2]) is int and type(v[1]) is bool
assert v[6] == "é?" and v[7] == b"b\\0" and v[8] is ...
assert v[9] == (1, (2,)) and v[10] == [3, [4.0]] and v[11] == {"k": {1: 2}} and v[12] == {1, 2}
assert v[13] == slice(1, None, 2) and v[14] == range(3, 9, 2)
assert v[15] == np.float32(0.5) and type(v[15]) is np.float32 and type(v[16]) is np.int8 and type(v[17]) is np.bool_
assert math.isnan(v[18]) and v[19] == -math.inf
assert v[20].shape == () and v[21].shape == (2, 0, 3) and v[22].dtype == bool
assert v[23].tolist() == [[0, 3], [1, 4], [2, 5]] and v[23].flags.writeable
assert v[24].tolist() == [1, 2] and v[25].dtype == np.complex64 and v[26].dtype == np.float16
assert v[27] == [0.5] * 40 and v[28] == (0.5,) * 40
""",
    "variables": "assert FACTOR == 3 and NAMES['a'] == [1, 2.5, None] and NAMES[('b', 1)].tolist() == [0, 1, 2]",
    "arrays": """
import numpy as np
x = np.arange(12.0).reshape(3, 4)
assert np.array_equal(double(x), 2 * x) and np.array_equal(double(x.T), 2 * x.T) and double(x=4) == 8
assert np.array_equal(double(x[::2, ::-1]), 2 * x[::2, ::-1])
""",
    "by value": """
import numpy as np
x = np.zeros(3)
assert fill(x) == 21 and x.tolist() == [0, 0, 0]
result, (after,) = fill.call_with_arguments(x)
assert result == 21 and after.tolist() == [7, 7, 7] and x.tolist() == [0, 0, 0]
""",
    "callback": """
import numpy as np
x = np.array([[1.0, -2.0], [3.0, 0.5]])
assert np.allclose(numerical_gradient(lambda x: np.sum(x**2), x), 2 * x, atol=1e-6)
# The test's function calls the student's in turn.
assert np.allclose(numerical_gradient(lambda x: square_loss(x), x), 2 * x, atol=1e-6)
# The student's function can be handed back to the student.
assert np.allclose(numerical_gradient(square_loss, x), 2 * x, atol=1e-6)
assert twice(lambda x: x + 1, 3) == 5 and twice(make_adder(10), 1) == 21 and twice(np.sqrt, 16.0) == 2.0
""",
    "callback raises": """
def bad(x):
    raise ValueError("hidden words")
try:
    twice(bad, 1)
    assert False
except ValueError as error:
    assert "hidden" not in str(error)
""",
    "exceptions": """
for kind in (ValueError, TypeError, KeyError, IndexError, ZeroDivisionError, NotImplementedError, OSError):
    try:
        fail(kind)
    except kind as error:
        assert "text" in str(error)
    else:
        assert False
try:
    fail("own")
except ValueError as error:
    assert str(error) == "own words"
try:
    fail("unicode")
except UnicodeDecodeError as error:
    assert "0xff" in str(error)
""",
    "exit": """
for kind, name in (("exit", SystemExit), ("interrupt", KeyboardInterrupt)):
    try:
        fail(kind)
        assert False
    except name:
        pass
assert double(1) == 2
""",
    "classes": """
import numpy as np
model = Model(3, c=2)
assert isinstance(model, Model) and isinstance(Deeper(1), Model) and not isinstance(model, Deeper)
assert issubclass(Deeper, Model)
assert not isinstance(3, Model)
assert model.kind == "linear" and Model.kind == "linear"
assert model.loss(np.ones((2, 3))) == 0.0
assert len(model) == 2 and "W" in model and "V" not in model and sorted(model.params) == ["W", "b"]
same = model.train()
assert same == model and model.params["W"][0, 0] == 1.0 and model.history == ["trained"]
model["W"] = np.full((3, 2), 2.0)
assert model.loss(np.ones((1, 3))) == 12.0
model.extra = 5
assert model.extra == 5 and not hasattr(model, "missing") and not hasattr(model, "broken")
assert getattr(model, "missing", 4) == 4
point = Point(1.0)
assert (point.x, point.y) == (1.0, 2.0)
""",
    "perturbed in place": """
import numpy as np
model, X, h = Model(3), np.arange(6.0).reshape(2, 3), 1e-5
for name, shape in (("W", (3, 2)), ("b", (2,))):
    values, slope = model.params[name], np.zeros(shape)
    for i in np.ndindex(*shape):
        kept = values[i]
        values[i] = kept + h
        plus = model.loss(X)
        values[i] = kept - h
        minus = model.loss(X)
        values[i] = kept
        slope[i] = (plus - minus) / (2 * h)
    expected = np.repeat(X.sum(axis=0)[:, None], 2, axis=1) if name == "W" else np.full(2, 2.0)
    assert np.allclose(slope, expected), name
item = model["W"]
item[0, 0] = 4.0
assert model.loss(np.array([[1.0, 0, 0]])) == 4.0
params = {"W": np.ones(2)}
def loss(p):
    return square_loss(p["W"])
params["W"][0] += 1
assert loss(params) == 5.0
""",
    "generators": """
assert list(count(4)) == [0, 1, 4, 9]
squares = count(10)
assert next(squares) == 0 and next(squares) == 1
assert [n for n, _ in zip(squares, range(2))] == [4, 9]
from itertools import islice
assert list(islice(count(10**12), 3)) == [0, 1, 4]
""",
    "rng": """
import numpy as np
for seed in (0, 1):
    assert np.array_equal(draw(np.random.default_rng(seed), 5), np.random.default_rng(seed).normal(size=5))
rng = np.random.default_rng(3)
rng.normal()
expected = np.random.default_rng(3).normal(size=4)[1:]
assert np.array_equal(draw(rng, 3), expected)
assert rng.normal() == expected[0]
""",
    "names of the instructor": "assert LIMIT == 10 and drawn_sum == 285",
    "names that are not there": """
try:
    not_defined_anywhere
    assert False
except NameError:
    pass
""",
    "the instructor's name comes first": """
FACTOR = 4
assert FACTOR == 4
""",
    "builtins come first": "assert sum([1, 2]) == 3",
    "a later test": "assert FACTOR == 4",
    "inner functions": """
def outer():
    return [double(n) for n in range(3)]
assert outer() == [0, 2, 4] and (lambda: FACTOR)() == 4
""",
    "display": "display(3)",
    "proxies are what they are": """
import numpy as np
import copy
f = make_adder(1)
assert callable(f) and bool(f) and copy.deepcopy(f) is f and f == f and double == double and double != f
assert repr(double) == "<double of the student>"
for use in (np.asarray, np.sum, float, lambda p: p + 1, lambda p: np.ones(2) * p):
    try:
        use(Point(1.0))
        assert False, use
    except TypeError:
        pass
""",
}


def slug(name):
    """A name as nbformat's cell ids allow it."""
    return re.sub(r"\W", "-", name)


@pytest.fixture(scope="module")
def outcomes():
    """{name: Outcome} of all the tests, in one session."""
    cells = [tiny_course.cell("setup", "LIMIT = 10\\ndrawn_sum = sum(n * n for n in range(LIMIT))", locked=True)]
    cells[0].source = cells[0].source.replace("\\n", "\n")
    cells.append(tiny_course.cell("task-1-1", STUDENT + "\ndef sum(x):\n    return 'mine'", solution=True))
    cells += [tiny_course.cell(slug(name), text, points=1, locked=True) for name, text in TESTS.items()]
    return Run(servers.current(), nbformat.v4.new_notebook(cells=cells), Limits()).outcomes


@pytest.mark.parametrize("name", TESTS)
def test_in_a_test_cell(outcomes, name):
    assert (outcomes[slug(name)].error, outcomes[slug(name)].text) == ("", "")
