"""Checks of what a function returned: its parts, shape, dtype, finiteness, values, and a gradient against the slope."""

import math

import numpy as np

from . import diagnosis, gradcheck, margins
from .verdict import Verdict
from .wording import kind, numbers_of, side_by_side

# Tolerances of the relative error (see gradcheck.relative_error), by how many digits the result can hold.
TOLERANCE = {np.dtype(np.float64): 1e-7, np.dtype(np.float32): 1e-4}
# An error as small as this comes from rounding, float32 or finite differences, not from a wrong formula.
DIFFERENCES = 1e-6


class AnswerCheck(Verdict):
    """The checks of one answer. In each, `what` names the thing in the message."""

    def parts(self, result, names, what):
        """The result as a tuple of len(names) parts. names: ("loss", "dW"); what: "svm_loss(W, X, y, reg)"."""
        wanted = f"it must return the tuple ({', '.join(names)})"
        if result is None:
            self.fail(f"{what} returned nothing; {wanted}", hint="is the return line there?")
        if not isinstance(result, tuple) or len(result) != len(names):
            self.fail(f"{what} returned {kind(result)}; {wanted}")
        return result

    def shape(self, actual, expected_shape, what, hint=""):
        """The array that actual is; fail unless it holds real numbers and has exactly this shape."""
        array, expected_shape = self._array(actual, what), tuple(expected_shape)
        if array.shape != expected_shape:
            turned = array.ndim == 2 and array.T.shape == expected_shape
            self.fail(
                f"{what} has shape {array.shape}; expected {expected_shape or '(), one number'}",
                hint="it looks transposed" if turned else hint,
            )
        return self._numeric(array, what)

    def finite(self, actual, what, hint="", inputs=None):
        """Fail when a value is nan or inf; say where the first one is, and for which of the inputs, {name: array}."""
        array = self._numeric(self._array(actual, what), what)
        bad = ~np.isfinite(array)
        if bad.any():
            where = tuple(int(i) for i in np.argwhere(bad)[0])
            place = f" at {list(where)}" if where else ""
            numbers = numbers_of(inputs or {}, where[0] if where else None)
            self.fail(f"{what} is {array[where]}{place}; every value must be finite", numbers, hint)

    def value(
        self,
        actual,
        expected,
        what,
        *,
        sizes=None,
        terms=None,
        masks=None,
        mistakes=None,
        inputs=None,
        hint="",
        tol=None,
        otherwise=str,
    ):
        """Fail unless actual has the shape and the values of expected, which must be finite.

        sizes, terms, masks, mistakes: known counts, terms, places and wrong answers, see `diagnosis.explain`.
        inputs: {name: array} of what the function was called with, see `finite`.
        tol: largest relative error; by default what the dtype of actual can hold (1e-7 for float64).
        otherwise: called for a sentence when the diagnosis has none.
        """
        expected = np.asarray(expected, dtype=np.float64)
        array = self.shape(actual, expected.shape, what, hint=hint)
        self.finite(array, what, hint=hint, inputs=inputs)
        tol = TOLERANCE.get(array.dtype, 1e-7) if tol is None else tol
        coarse = "float16 holds three digits: compute in float64" if array.dtype == np.float16 else ""
        array = array.astype(np.float64)
        error = gradcheck.relative_error(array, expected)
        if margins.exceeded("value", error, tol):
            if error < DIFFERENCES:
                digits, wanted = math.floor(-math.log10(error)), round(-math.log10(tol))
                guess = f"it is right to about {digits} digits only, and must be to {wanted}"
            else:
                guess = diagnosis.explain(array, expected, sizes, terms, masks, mistakes) or otherwise()
            hint = hint or coarse
            self.fail(f"{what} is wrong{': ' + guess if guess else ''}", side_by_side(array, expected), hint)

    def gradient(self, f, x, analytic, what, *, sizes=None, terms=None, hint="", tol=None, **options):
        """Fail unless analytic is the gradient of f at x by centred differences.

        sizes, terms, tol: as in `value`. options: h, num_samples, rng, kinks, as in `gradcheck.compare_gradient`.
        """
        array = self.shape(analytic, np.shape(x), what)
        self.finite(array, what, hint=hint)
        tol = TOLERANCE.get(array.dtype, 1e-7) if tol is None else tol
        report = gradcheck.compare_gradient(lambda x: self._loss(f(x), what), x, array, **options)
        if not np.isfinite(report.numeric).all():
            self.fail(f"the loss is nan or inf beside this point, so {what} cannot be compared", hint=hint)
        if margins.exceeded("gradient", report.error, tol):
            guess, numbers = self._slope(report, array.shape, sizes, terms or {})
            self.fail(f"{what} is not the slope of the loss{': ' + guess if guess else ''}", numbers, hint)

    def _array(self, actual, what):
        if actual is None or actual is Ellipsis:
            self.fail(f"{what} is missing (got {actual})", hint="is the return line there?")
        if _holds_text(actual) or isinstance(actual, range | set | dict):
            self.fail(f"{what} must hold numbers; got {kind(actual)}")
        try:
            array = np.asarray(actual)
        except Exception as error:
            if isinstance(actual, list | tuple) and isinstance(error, ValueError):
                self.fail(f"{what} is not an array: its rows have different lengths")
            self.fail(f"{what} must hold numbers; got {kind(actual)}, which numpy cannot read")
        if array.ndim == 0 and array.dtype.kind not in "biuf":
            self.fail(f"{what} must hold numbers; got {kind(actual)}")
        return array

    def _numeric(self, array, what):
        if array.dtype.kind not in "biuf":
            missing = array.dtype == object and any(entry is None for entry in array.flat)
            self.fail(
                f"{what} must hold real numbers; got {kind(array)} and dtype {array.dtype}",
                hint="some entries are None: is the return line there?" if missing else "",
            )
        if array.dtype.kind == "f" and array.dtype.itemsize > 8:
            with np.errstate(over="ignore"):  # what is too large for float64 becomes inf
                return array.astype(np.float64)
        return array

    def _loss(self, value, what):
        try:
            return gradcheck.single_number(value)
        except ValueError as error:
            self.fail(f"{what} cannot be compared with the slope of the loss: {error}")

    def _slope(self, report, shape, sizes, terms):
        """A guess and a table for a gradient that is wrong at some of the coordinates of a report."""
        actual, expected, source = report.analytic, report.numeric, "by centred differences"
        index = tuple(np.transpose(report.coordinates))
        some = len(actual) < np.prod(shape)
        # A part of x stands in a column, or the diagnosis would take its rows and entries for those of x.
        form = (-1, 1) if some else shape
        terms = {name: np.asarray(term)[index].reshape(form) for name, term in terms.items() if np.shape(term) == shape}
        guess = diagnosis.explain(actual.reshape(form), expected.reshape(form), sizes, terms)
        if some:
            return guess, side_by_side(actual, expected, source, report.coordinates)
        return guess, side_by_side(actual.reshape(shape), expected.reshape(shape), source)


def _holds_text(value, depth=0):
    """Whether there is text in a value or in the first levels of its lists: numpy would make room for it everywhere."""
    if isinstance(value, str | bytes):
        return True
    return depth < 5 and isinstance(value, list | tuple) and any(_holds_text(item, depth + 1) for item in value)
