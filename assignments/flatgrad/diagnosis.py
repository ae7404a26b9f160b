"""From two arrays that should be equal to a sentence that says how they differ.

A wrong gradient is rarely random: it is N times too big, has its sign flipped, or lacks one known term. Each function
here tries one such explanation and returns a sentence, or None.
"""

import numpy as np

# How closely an explanation must fit before it is believed.
FIT = 1e-6


def explain(actual, expected, sizes=None, terms=None):
    """The first explanation that fits, as a sentence, or "" when none does.

    actual, expected: finite float arrays of one shape that are not equal.
    sizes: {"N": 20, "C": 10}: counts a factor may have been forgotten of.
    terms: {"reg * W": array}: terms that may have been left out, doubled or halved.
    """
    for attempt in (
        _term(actual, expected, terms or {}),
        _ratio(actual, expected, sizes or {}),
        _region(actual, expected),
    ):
        if attempt:
            return attempt
    return ""


def _ratio(actual, expected, sizes):
    norm = np.sum(expected * expected)
    if norm == 0 or actual.size == 0:
        return None
    ratio = float(np.sum(actual * expected) / norm)
    if np.max(np.abs(actual - ratio * expected)) > FIT * np.max(np.abs(expected)):
        return None
    if abs(ratio) < FIT:
        return "everything is 0 where it should not be"
    if np.isclose(ratio, -1, rtol=FIT):
        return "the sign is flipped: yours is -1 times the expected value"
    for name, size in sizes.items():
        if size > 1 and np.isclose(ratio, size, rtol=FIT):
            return f"yours is {size} times too big, and {name} = {size}"
        if size > 1 and np.isclose(ratio, 1 / size, rtol=FIT):
            return f"yours is {size} times too small, and {name} = {size}"
    if np.isclose(ratio, 2, rtol=FIT):
        return "yours is exactly twice the expected value"
    if np.isclose(ratio, 0.5, rtol=FIT):
        return "yours is exactly half the expected value"
    # One number is always a multiple of another, so an unnamed ratio only says something about arrays.
    return f"yours is {ratio:.4g} times the expected value everywhere" if actual.size > 2 else None


def _term(actual, expected, terms):
    difference = actual - expected
    for name, term in terms.items():
        term = np.asarray(term, dtype=np.float64)
        norm = np.sum(term * term)
        if norm == 0 or term.shape != difference.shape:
            continue
        factor = float(np.sum(difference * term) / norm)
        if np.max(np.abs(difference - factor * term)) > FIT * np.max(np.abs(term)):
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
    wrong = np.abs(actual - expected) > FIT * max(np.max(np.abs(expected)), 1e-8)
    if actual.ndim == 2 and min(actual.shape) > 1:
        rows, columns = np.flatnonzero(wrong.any(axis=1)), np.flatnonzero(wrong.any(axis=0))
        if len(rows) == 1:
            return f"only row {rows[0]} is wrong"
        if len(columns) == 1:
            return f"only column {columns[0]} is wrong"
    if actual.ndim == 1 and actual.size > 2 and wrong.sum() == 1:
        return f"only entry {int(np.flatnonzero(wrong)[0])} is wrong"
    return None
