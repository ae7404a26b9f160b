"""From two arrays that should be equal to a sentence that says how they differ.

A wrong gradient is rarely random: it is N times too big, has its sign flipped, or lacks one known term. Each function
here tries one such explanation and returns a sentence, or None.
"""

import itertools

import numpy as np

# How closely an explanation must fit before it is believed.
FIT = 1e-6
LOGARITHMS = {2: "np.log2", 10: "np.log10"}


def explain(actual, expected, sizes=None, terms=None, masks=None, mistakes=None):
    """The first explanation that fits, as a sentence, or "" when none does.

    actual, expected: float arrays of one shape that are not equal. With nan or inf in them nothing is said.
    sizes: {"N": 20, "C": 10}: counts a factor, or the product of two of them, may have been forgotten of.
    terms: {"reg * W": array}: terms that may have been left out, doubled or halved.
    masks: {"j = y": boolean array}: places that may have been forgotten or be the only ones treated right.
    mistakes: {"it is the slope at out, not at x": array}: a sentence for each known wrong answer.
    """
    scale = np.maximum(np.max(np.abs(actual), initial=0.0), np.max(np.abs(expected), initial=0.0))
    if not 0 < scale < np.inf:
        return ""
    with np.errstate(all="ignore"):
        # Numbers near 1, so that no square overflows or vanishes.
        actual, expected = actual / scale, expected / scale
        terms = {name: np.asarray(term, dtype=np.float64) / scale for name, term in (terms or {}).items()}
        return (
            _mistake(actual, {name: np.asarray(wrong) / scale for name, wrong in (mistakes or {}).items()})
            or _term(actual, expected, terms)
            or _ratio(actual, expected, sizes or {})
            or _order(actual, expected)
            or _place(actual, expected, masks or {})
            or _region(actual, expected)
            or ""
        )


def _mistake(actual, mistakes):
    for sentence, wrong in mistakes.items():
        if wrong.shape == actual.shape and _equal(actual, wrong):
            return sentence
    return None


def _ratio(actual, expected, sizes):
    if not actual.any():
        return "everything is 0 where it should not be"
    ratio = float(np.sum(actual * expected) / np.sum(expected * expected))
    if not np.max(np.abs(actual - ratio * expected)) <= FIT * np.max(np.abs(actual)):
        return None
    if np.isclose(ratio, -1, rtol=FIT):
        return "the sign is flipped: yours is -1 times the expected value"
    sizes = {**sizes, **_products(sizes)}
    for size in sizes.values():
        names = " = ".join(name for name, other in sizes.items() if other == size)
        if size > 1 and np.isclose(ratio, size, rtol=FIT, atol=0):
            return f"yours is {size} times too big, and {names} = {size}"
        if size > 1 and np.isclose(ratio, 1 / size, rtol=FIT, atol=0):
            return f"yours is {size} times too small, and {names} = {size}"
    for base, log in LOGARITHMS.items():
        if np.isclose(ratio, 1 / np.log(base), rtol=FIT):
            return f"yours is {ratio:.4g} times the expected value: that is {log} for the natural logarithm, np.log"
    if np.isclose(ratio, 2, rtol=FIT):
        return "yours is exactly twice the expected value"
    if np.isclose(ratio, 0.5, rtol=FIT):
        return "yours is exactly half the expected value"
    # One number is always a multiple of another, so an unnamed ratio only says something about several; and
    # "1.000 times" explains nothing.
    telling = np.count_nonzero(expected) > 2 and abs(abs(ratio) - 1) > 1e-3
    return f"yours is {ratio:.4g} times the expected value everywhere" if telling else None


def _term(actual, expected, terms):
    difference = actual - expected
    for name, term in terms.items():
        if term.shape != difference.shape:
            continue
        factor = float(np.sum(difference * term) / np.sum(term * term))
        if not np.max(np.abs(difference - factor * term)) <= FIT * np.max(np.abs(term)):
            continue
        if name.startswith("the ") and np.isclose(abs(factor), 1, rtol=FIT):
            # A term that stands in the formula once.
            return f"{name} {'counts twice' if factor > 0 else 'is missing'}; the rest is right"
        for known, words in (
            (1, f"{name} too much"),
            (-1, f"{name} too little"),
            (2, f"2 * {name} too much"),
            (-2, f"2 * {name} too little"),
            (0.5, f"½ * {name} too much"),
            (-0.5, f"½ * {name} too little"),
        ):
            if np.isclose(factor, known, rtol=FIT):
                return f"the difference is exactly {words}; the rest is right"
    return None


def _products(sizes):
    """The products of two different sizes that are no size themselves."""
    found = {}
    for (name, a), (other, b) in itertools.combinations(sizes.items(), 2):
        if min(a, b) > 1 and a * b not in sizes.values():
            found.setdefault(a * b, f"{name} * {other}")
    return {name: size for size, name in found.items()}


def _order(actual, expected):
    """The right numbers in the wrong places. Numbers that are all alike would fit any order."""
    if actual.ndim not in (1, 2) or actual.size < 3 or not _equal(np.sort(actual, None), np.sort(expected, None)):
        return None
    if actual.ndim == 1 or min(actual.shape) == 1:
        return "these are the right numbers in another order"
    if actual.shape[0] == actual.shape[1] and _equal(actual.T, expected):
        return "it is transposed"
    for axis, name in ((0, "rows"), (1, "columns")):
        if _same_slices(actual, expected, axis):
            return f"its {name} are the right ones in another order"
    return "these are the right numbers in another order"


def _same_slices(actual, expected, axis):
    """Whether the slices along an axis are the same but for their order."""
    left = list(np.moveaxis(expected, axis, 0))
    for mine in np.moveaxis(actual, axis, 0):
        found = next((i for i, theirs in enumerate(left) if _equal(mine, theirs)), None)
        if found is None:
            return False
        del left[found]
    return True


def _equal(a, b):
    # 1 is the scale of both, see `explain`.
    return np.max(np.abs(a - b), initial=0.0) <= 0.1 * FIT


def _wrong(actual, expected):
    return np.abs(actual - expected) > 0.1 * FIT * np.max(np.abs(expected))


def _place(actual, expected, masks):
    """What the wrong entries have in common: a mask, or that they must be 0."""
    wrong = _wrong(actual, expected)
    for name, mask in masks.items():
        mask = np.asarray(mask, dtype=bool)
        if mask.shape != wrong.shape or mask.all() or not mask.any():
            continue
        if not (wrong & ~mask).any():
            return f"only the entries at {name} are wrong"
        if not (wrong & mask).any() and wrong[~mask].all():
            return f"only the entries at {name} are right"
    zero = expected == 0
    if wrong.sum() > 1 and not (wrong & ~zero).any() and not zero.all():
        return "it is wrong only where it must be 0"
    return None


def _region(actual, expected):
    wrong = _wrong(actual, expected)
    if actual.ndim == 2 and min(actual.shape) > 1:
        rows, columns = np.flatnonzero(wrong.any(axis=1)), np.flatnonzero(wrong.any(axis=0))
        if len(rows) == 1:
            return f"only row {rows[0]} is wrong"
        if len(columns) == 1:
            return f"only column {columns[0]} is wrong"
    if actual.ndim == 1 and actual.size > 2 and wrong.sum() == 1:
        return f"only entry {int(np.flatnonzero(wrong)[0])} is wrong"
    return None
