"""The reference schedules against the lecture's numbers and other closed forms."""

import math
from fractions import Fraction

import numpy as np
import pytest

from autograder import reference


@pytest.mark.parametrize(
    ("schedule", "options", "rates"),
    [
        ("cosine_decay", (10,), {0: 0.1, 1: 0.0975528258, 3: 0.0793892626, 5: 0.05, 10: 0.0}),
        ("linear_decay", (10,), {0: 0.1, 1: 0.09, 3: 0.07, 5: 0.05, 10: 0.0}),
        ("inverse_sqrt_decay", (), {1: 0.1, 3: 0.0577350269, 10: 0.0316227766}),
        ("step_decay", (), {0: 0.1, 29: 0.1, 30: 0.01, 59: 0.01, 60: 0.001, 89: 0.001, 90: 0.0001, 1000: 0.0001}),
    ],
)
def test_the_lectures_rates(schedule, options, rates):
    for t, rate in rates.items():
        found = getattr(reference, schedule)(0.1, t, *options)
        assert found == pytest.approx(rate, abs=6e-11) and isinstance(found, float)


# The half-angle, an exact fraction, a power, a search among the milestones.
CLOSED_FORMS = {
    "cosine_decay": lambda rate, t, T: rate * math.cos(math.pi * t / (2 * T)) ** 2,
    "linear_decay": lambda rate, t, T: float(Fraction(rate) * (T - t) / T),
    "inverse_sqrt_decay": lambda rate, t: rate * t**-0.5,
    "step_decay": lambda rate, t, milestones, factor: (
        rate * math.prod([factor] * int(np.searchsorted(milestones, t, side="right")))
    ),
}
OPTIONS = [
    *(("cosine_decay", (T,)) for T in (1, 7, 200)),
    *(("linear_decay", (T,)) for T in (1, 7, 200)),
    ("inverse_sqrt_decay", ()),
    ("step_decay", ((30, 60, 90), 0.1)),
    ("step_decay", ((0, 1, 5, 5, 150), 0.3)),
    ("step_decay", ((3,), 2.0)),
    ("step_decay", ((), 0.5)),
]


@pytest.mark.parametrize(("schedule", "options"), OPTIONS)
@pytest.mark.parametrize("rate", [1e-5, 0.1, 3, 1e3])
@pytest.mark.parametrize("kind", [int, np.int64, float])
def test_other_closed_forms(schedule, options, rate, kind):
    start = 1 if schedule == "inverse_sqrt_decay" else 0
    end = options[0] if schedule in ("cosine_decay", "linear_decay") else 200
    for t in range(start, end + 1):
        expected = CLOSED_FORMS[schedule](rate, t, *options)
        found = getattr(reference, schedule)(rate, kind(t), *options)
        assert found == pytest.approx(expected, rel=1e-12, abs=1e-15 * rate)


@pytest.mark.parametrize("t", [0, -1, 0.5])
def test_the_inverse_root_has_no_value_before_1(t):
    with pytest.raises(ValueError, match="t counts from 1"):
        reference.inverse_sqrt_decay(0.1, t)
