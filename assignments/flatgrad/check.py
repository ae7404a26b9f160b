"""Checks that explain: what the visible and the hidden tests of every notebook are written with.

A check stops at the first thing that is wrong, in the order in which a person would look: was anything returned,
its shape, its dtype, is it finite, its value, its gradient, were the inputs left alone. The message names the task,
the thing, what kind of mistake it looks like, and at most sixteen numbers.
"""

import copy

import numpy as np

from . import diagnosis, gradcheck

GREEN, RED, DIM, PLAIN = "\033[32m", "\033[31m", "\033[2m", "\033[0m"

# Tolerances of the relative error (see gradcheck.relative_error), by how many digits the result can hold.
TOLERANCE = {np.dtype(np.float64): 1e-7, np.dtype(np.float32): 1e-4, np.dtype(np.float16): 1e-2}


class CheckFailed(AssertionError):
    """A check found a mistake. Its text is the whole message; a notebook shows it without a stack trace."""

    def _render_traceback_(self):
        first, *rest = str(self).split("\n")
        return [f"{RED}✗ {first}{PLAIN}", *rest]


class Check:
    """The checks of one task. Each method returns nothing when all is well and raises CheckFailed when not."""

    def __init__(self, task):
        self.task = task

    def passed(self, note="all visible checks pass"):
        """Say that everything above held. The last line of a visible check cell."""
        print(f"{GREEN}✓ {self.task}: {note}{PLAIN}")

    def fail(self, sentence, numbers="", hint=""):
        """Raise CheckFailed with the parts that are not empty, a line each."""
        lines = [f"{self.task}: {sentence}", numbers, f"Hint: {hint}" if hint else ""]
        raise CheckFailed("\n".join(line for line in lines if line))

    def true(self, condition, sentence, hint=""):
        """Fail with the sentence unless the condition holds."""
        if not condition:
            self.fail(sentence, hint=hint)

    def call(self, function, *args, **kwargs):
        """The result of function on copies of its arguments, so that one that writes into them harms no later check."""
        return function(*copy.deepcopy(args), **copy.deepcopy(kwargs))

    def parts(self, result, names, what):
        """The result as a tuple of len(names) parts. names: ("loss", "dW"); what: "svm_loss(W, X, y, reg)"."""
        wanted = f"it must return ({', '.join(names)})"
        if result is None:
            self.fail(f"{what} returned nothing; {wanted}", hint="is the return line there?")
        if not isinstance(result, tuple) or len(result) != len(names):
            self.fail(f"{what} returned {_kind(result)}; {wanted}")
        return result

    def shape(self, actual, expected_shape, what):
        """Fail unless actual is a numeric array (or number) of exactly this shape."""
        if actual is None or actual is Ellipsis:
            self.fail(f"{what} is missing (got {actual})", hint="is the return line there?")
        try:
            array = np.asarray(actual)
        except ValueError:
            self.fail(f"{what} is not an array: its rows have different lengths")
        if array.dtype.kind not in "biuf":
            self.fail(f"{what} must hold numbers; got {_kind(actual)} of dtype {array.dtype}")
        if array.shape != tuple(expected_shape):
            turned = array.ndim == 2 and array.T.shape == tuple(expected_shape)
            self.fail(
                f"{what} has shape {array.shape}; expected {tuple(expected_shape)}",
                hint="it looks transposed" if turned else "",
            )
        return array

    def finite(self, actual, what, hint=""):
        """Fail when a value is nan or inf, and say where the first one is."""
        bad = ~np.isfinite(np.asarray(actual, dtype=np.float64))
        if bad.any():
            where = tuple(int(i) for i in np.argwhere(bad)[0])
            value = np.asarray(actual)[where]
            place = f" at {list(where)}" if where else ""
            self.fail(f"{what} is {value}{place}; every value must be finite", hint=hint)

    def value(self, actual, expected, what, *, sizes=None, terms=None, hint="", tol=None):
        """Fail unless actual has the shape and the values of expected.

        sizes, terms: known counts and terms for the diagnosis, see `diagnosis.explain`.
        tol: largest relative error; by default what the dtype of actual can hold (1e-7 for float64).
        """
        expected = np.asarray(expected, dtype=np.float64)
        array = self.shape(actual, expected.shape, what)
        self.finite(array, what, hint=hint)
        tol = TOLERANCE.get(array.dtype, 1e-7) if tol is None else tol
        array = array.astype(np.float64)
        if gradcheck.relative_error(array, expected) > tol:
            guess = diagnosis.explain(array, expected, sizes, terms)
            self.fail(f"{what} is wrong{': ' + guess if guess else ''}", _side_by_side(array, expected), hint)

    def gradient(self, f, x, analytic, what, *, sizes=None, terms=None, hint="", tol=1e-7, **options):
        """Fail unless analytic is the gradient of f at x by centred differences.

        options: h, num_samples, rng, kinks, as in `gradcheck.compare_gradient`.
        """
        self.finite(self.shape(analytic, np.shape(x), what), what, hint=hint)
        report = gradcheck.compare_gradient(f, x, analytic, **options)
        if not np.isfinite(report.numeric).all():
            self.fail(f"the loss is nan or inf beside this point, so {what} cannot be compared", hint=hint)
        if report.error > tol:
            whole = np.shape(x) if len(report.numeric) == np.size(x) else report.numeric.shape
            actual, expected = report.analytic.reshape(whole), report.numeric.reshape(whole)
            guess = diagnosis.explain(actual, expected, sizes, terms if whole == np.shape(x) else None)
            self.fail(
                f"{what} is not the slope of the loss{': ' + guess if guess else ''}",
                _side_by_side(actual, expected, "by centred differences"),
                hint,
            )

    def like(self, reference, function, *args, names, what, sizes=None, terms=None, hint=""):
        """Fail unless function returns what reference returns for the same arguments, part by part.

        names: the parts of the result, ("loss", "dW"); what: follows the part's name in the message.
        """
        expected = self.call(reference, *args)
        actual = self.parts(self.call(function, *args), names, what.removeprefix("of "))
        for name, mine, theirs in zip(names, actual, expected, strict=True):
            self.value(mine, theirs, f"{name} {what}", sizes=sizes, terms=terms, hint=hint)

    def steps(self, reference, optimiser, w, gradients, config, what):
        """Fail at the first step at which optimiser leaves the path of reference.

        w: the start; gradients (T, *w.shape); config: that of step 1. A second weight array is moved in between, with
        a config of its own, so that an optimiser that keeps its memory outside the config is found out.
        """
        starts = (w, 1.0 - w)
        paths = [[start, copy.deepcopy(config), start, copy.deepcopy(config)] for start in starts]
        for step, dw in enumerate(gradients, start=1):
            for path, gradient, which in zip(paths, (dw, -0.5 * dw), ("", " of a second weight array"), strict=True):
                path[0], path[1] = reference(path[0], gradient, path[1])
                result = self.call(optimiser, path[2], gradient, path[3])
                path[2], path[3] = self.parts(result, ("next_w", "config"), what)
                self.value(
                    path[2],
                    path[0],
                    f"w{which} after step {step} of {what}",
                    hint="every step before was right: does the config carry all that it must?" if step > 1 else "",
                )

    def raises(self, error, function, *args, what):
        """Fail unless function(*args) raises error (a built-in exception class)."""
        try:
            result = self.call(function, *args)
        except error as raised:
            if isinstance(raised, NotImplementedError):
                raise
            return
        except Exception as other:
            self.fail(f"{what} must raise {error.__name__}; it raised {type(other).__name__}")
        self.fail(f"{what} must raise {error.__name__}; it returned {result!r:.60}")

    def pure(self, function, *args, names, what):
        """Fail when function changes an argument, or gives another answer when called again with the same ones.

        names: a name for each argument, for the message. Arguments that are functions or Generators are not judged.
        """
        given = copy.deepcopy(args)
        first = copy.deepcopy(function(*given))
        for name, before, after in zip(names, args, given, strict=True):
            if not _same(before, after):
                self.fail(
                    f"{what} changed its input {name}",
                    hint="work on a copy (x = x.copy()), and avoid +=, -= and out= on an argument",
                )
        if not _same(first, function(*copy.deepcopy(args))):
            self.fail(f"{what} gives another answer when it is called again with the same arguments")


def _kind(value):
    if isinstance(value, tuple | list):
        return f"a {type(value).__name__} of {len(value)}"
    name = type(value).__name__
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _same(a, b):
    if isinstance(a, dict):
        return isinstance(b, dict) and a.keys() == b.keys() and all(_same(a[k], b[k]) for k in a)
    if isinstance(a, tuple | list):
        return type(a) is type(b) and len(a) == len(b) and all(map(_same, a, b))
    if isinstance(a, np.random.Generator) or callable(a):
        return True
    if isinstance(a, np.ndarray | np.generic | float | int):
        return np.shape(a) == np.shape(b) and np.array_equal(a, b, equal_nan=True)
    return bool(a == b)


def _side_by_side(actual, expected, source="expected"):
    """At most sixteen numbers of each array, where they differ most if it is a vector."""
    while actual.ndim > 2:
        actual, expected = actual[0], expected[0]
    if actual.ndim == 0:
        return f"  yours: {actual:.10g}   {source}: {expected:.10g}"
    if actual.ndim == 1 and actual.size > 4:
        shown = np.sort(np.argsort(-np.abs(actual - expected), kind="stable")[:4])
        label = f" at {shown.tolist()}"
    else:
        shown = tuple(slice(0, 4) for _ in range(actual.ndim))
        label = "" if max(actual.shape) <= 4 else " (its first rows and columns)"
    with np.printoptions(precision=6, linewidth=100):
        table = f"yours{label}:\n{actual[shown]}\n{source}{label}:\n{expected[shown]}"
    return "\n".join("  " + line for line in table.split("\n"))
