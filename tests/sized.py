"""Arguments of any size for functions whose work is counted."""

import numpy as np

from flatgrad import effort


def arguments(N):
    """X (N, 5) and labels (N,), the same for the same N."""
    rng = np.random.default_rng(N)
    return rng.normal(size=(N, 5)), rng.integers(0, 5, size=N)


def steps(function, N):
    """The steps that a function takes for them."""
    return effort.steps(function, arguments(N))[1]
