"""Numerical gradients, and how to compare one with an analytic gradient without being fooled.

A centred difference of a smooth function is right to about ten digits at h = 1e-5 in float64. Four things fool a
comparison: shapes that broadcast, integers that swallow h, kinks between x - h and x + h, and an error measured
entry by entry (0 against 1e-20 looks like 100 %). Each is met here by name.
"""

import math
from typing import NamedTuple

import numpy as np

from .wording import kind


class GradientReport(NamedTuple):
    """What `compare_gradient` found.

    error: max-norm relative error over the coordinates compared (see `relative_error`).
    numeric, analytic: the two values at each compared coordinate, 1-D float64.
    coordinates: list of index tuples into x, in the same order.
    skipped: how many coordinates were left out because a kink lies between x - h and x + h.
    """

    error: float
    numeric: np.ndarray
    analytic: np.ndarray
    coordinates: list
    skipped: int


def relative_error(a, b):
    """max|a - b| / max(max|a|, max|b|, 1e-8): one number for two arrays of the same shape.

    It is inf when either holds nan or inf, which no comparison lets pass. Raises ValueError when the shapes differ:
    (1, M) against (M,) would broadcast and look perfect.
    """
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if a.shape != b.shape:
        raise ValueError(f"shapes differ: {a.shape} against {b.shape}")
    if a.size == 0:
        return 0.0
    if not (np.isfinite(a).all() and np.isfinite(b).all()):
        return math.inf
    with np.errstate(over="ignore"):
        return float(np.max(np.abs(a - b)) / max(np.max(np.abs(a)), np.max(np.abs(b)), 1e-8))


def numerical_gradient(f, x, h=1e-5):
    """The gradient of a scalar function by centred differences, (f(x + h) - f(x - h)) / 2h in each coordinate.

    f: takes x, returns a number. It is called twice per coordinate, so keep x small.
    x: float array of any shape. A float64 array is nudged in place and restored bit for bit (also when f raises or
       writes into it), so f may read x through a closure; other float types are copied to float64 first.
    h: the step.
    Returns a float64 array of x's shape, nan where f is nan or inf. Raises TypeError when x does not hold floats,
    ValueError when f(x) is not one number.
    """
    x = _float_array(x)
    return _centred_differences(f, x, np.ndindex(x.shape), h).reshape(x.shape)


def compare_gradient(f, x, analytic, h=1e-5, num_samples=None, rng=None, kinks=None):
    """Compare an analytic gradient with centred differences at all coordinates of x, or at a sample of them.

    f, x, h: as in `numerical_gradient`.
    analytic: array of exactly x's shape.
    num_samples: how many coordinates to draw without repetition; None for all of them. Needs rng.
    rng: a numpy Generator.
    kinks: optional function of x that returns the quantities at whose zeros f has a kink (margins, inputs of a
           ReLU). A coordinate across which one of them changes sign or vanishes is skipped, not judged: there the
           centred difference averages two slopes, and a right gradient would be called wrong.
    Returns a GradientReport. Raises ValueError when the shapes differ, or when every coordinate was skipped.
    """
    x = _float_array(x)
    analytic = np.asarray(analytic)
    if analytic.shape != x.shape:
        raise ValueError(f"the gradient has shape {analytic.shape}; x has shape {x.shape}, and they must be equal")
    coordinates = list(np.ndindex(x.shape))
    if num_samples is not None and num_samples < len(coordinates):
        if num_samples < 1:
            raise ValueError(f"num_samples is {num_samples}; compare at least one coordinate")
        if rng is None:
            raise ValueError("num_samples needs rng, a numpy Generator, to draw the coordinates from")
        chosen = rng.choice(len(coordinates), size=num_samples, replace=False)
        coordinates = [coordinates[i] for i in sorted(chosen)]
    smooth = coordinates if kinks is None else [c for c in coordinates if not _straddles_kink(kinks, x, c, h)]
    if coordinates and not smooth:
        raise ValueError("every coordinate has a kink within h; compare at another x or with a smaller h")
    numeric = _centred_differences(f, x, smooth, h)
    at_smooth = np.array([analytic[c] for c in smooth], dtype=np.float64)
    skipped = len(coordinates) - len(smooth)
    return GradientReport(relative_error(numeric, at_smooth), numeric, at_smooth, smooth, skipped)


def single_number(value):
    """The one number that f returned, as a float, nan for inf. Raises ValueError for anything else."""
    try:
        array = np.asarray(value)
    except Exception:
        array = np.empty(0)
    if array.size != 1 or array.dtype.kind not in "biuf":
        raise ValueError(f"f must return one number; it returned {kind(value)}")
    number = float(array.reshape(()))
    return number if math.isfinite(number) else math.nan


def _float_array(x):
    array = np.asarray(x)
    if not np.issubdtype(array.dtype, np.floating):
        raise TypeError(
            f"x has dtype {array.dtype}: x + h would be rounded back to x, and every slope would be 0. "
            "Pass x.astype(np.float64)."
        )
    return array if array.dtype == np.float64 and array.flags.writeable else array.astype(np.float64)


def _centred_differences(f, x, coordinates, h):
    sides = [_both_sides(lambda x: single_number(f(x)), x, index, h) for index in coordinates]
    return np.array([(plus - minus) / (2 * h) for plus, minus in sides], dtype=np.float64)


def _straddles_kink(kinks, x, index, h):
    """Does a quantity reach 0 while it moves? One that stays put, at 0 or not, is no kink in this coordinate."""
    plus, minus = _both_sides(lambda x: np.array(kinks(x), dtype=np.float64), x, index, h)
    return bool(np.any((plus != minus) & (np.sign(plus) * np.sign(minus) <= 0)))


def _both_sides(f, x, index, h):
    """f at x + h and x - h in one coordinate. x is whole again after each, whatever f did to it."""
    kept = x.copy()
    sides = []
    for step in (h, -h):
        try:
            x[index] = kept[index] + step
            sides.append(f(x))
        finally:
            x[...] = kept
    return sides
