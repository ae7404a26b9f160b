"""From two arrays that should be equal to a sentence that says how they differ.

A wrong gradient is rarely random: it is N times too big, has its sign flipped, or lacks one known term. Each function
here tries one such explanation and returns a sentence, or None.
"""

import numpy as np

# How closely an explanation must fit before it is believed.
FIT = 1e-6


def explain(actual, expected, sizes=None, terms=None):
    """The first explanation that fits, as a sentence, or "" when none does.

    actual, expected: float arrays of one shape that are not equal. With nan or inf in them nothing is said.
    sizes: {"N": 20, "C": 10}: counts a factor may have been forgotten of.
    terms: {"reg * W": array}: terms that may have been left out, doubled or halved.
    """
    scale = np.maximum(np.max(np.abs(actual), initial=0.0), np.max(np.abs(expected), initial=0.0))
    if not 0 < scale < np.inf:
        return ""
    with np.errstate(all="ignore"):
        # Numbers near 1, so that no square overflows or vanishes.
        actual, expected = actual / scale, expected / scale
        terms = {name: np.asarray(term, dtype=np.float64) / scale for name, term in (terms or {}).items()}
        return (
            _term(actual, expected, terms) or _ratio(actual, expected, sizes or {}) or _region(actual, expected) or ""
        )


def _ratio(actual, expected, sizes):
    if not actual.any():
        return "everything is 0 where it should not be"
    ratio = float(np.sum(actual * expected) / np.sum(expected * expected))
    if not np.max(np.abs(actual - ratio * expected)) <= FIT * np.max(np.abs(actual)):
        return None
    if np.isclose(ratio, -1, rtol=FIT):
        return "the sign is flipped: yours is -1 times the expected value"
    for size in sizes.values():
        names = " = ".join(name for name, other in sizes.items() if other == size)
        if size > 1 and np.isclose(ratio, size, rtol=FIT, atol=0):
            return f"yours is {size} times too big, and {names} = {size}"
        if size > 1 and np.isclose(ratio, 1 / size, rtol=FIT, atol=0):
            return f"yours is {size} times too small, and {names} = {size}"
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


def _region(actual, expected):
    wrong = np.abs(actual - expected) > 0.1 * FIT * np.max(np.abs(expected))
    if actual.ndim == 2 and min(actual.shape) > 1:
        rows, columns = np.flatnonzero(wrong.any(axis=1)), np.flatnonzero(wrong.any(axis=0))
        if len(rows) == 1:
            return f"only row {rows[0]} is wrong"
        if len(columns) == 1:
            return f"only column {columns[0]} is wrong"
    if actual.ndim == 1 and actual.size > 2 and wrong.sum() == 1:
        return f"only entry {int(np.flatnonzero(wrong)[0])} is wrong"
    return None
