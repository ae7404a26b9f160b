"""Errors are noted instead of judged, and everything else is judged as ever."""

import numpy as np
import pytest

from flatgrad import margins
from flatgrad.check import Check, CheckFailed

check = Check("Task 2.3")
RIGHT = np.array([1.0, -2.0, 4.0])


def test_errors_are_noted_in_units_of_the_tolerance():
    with margins.noted() as found:
        check.value(RIGHT, RIGHT, "p")
        check.value(RIGHT * (1 + 2e-7), RIGHT, "p")
        check.value(2 * RIGHT, RIGHT, "p", tol=0.25)
        check.gradient(lambda x: np.sum(x**2), RIGHT, 4 * RIGHT, "dx", tol=0.1)
        check.value(np.float32(1.5), 1.0, "the loss")
    assert [kind for kind, _ in found] == ["value", "value", "value", "gradient", "value"]
    assert [error for _, error in found] == pytest.approx([0, 2, 2, 5, 1 / 3 / 1e-4], rel=1e-6)


def test_checks_made_of_others_note_too():
    with margins.noted() as found:
        check.like(lambda x: (x, x), lambda x: (x, 2 * x), RIGHT, names=("a", "b"), what="of f")
        check.chain({"dx": RIGHT}, {"dx": RIGHT}, "backward")
        check.steps(lambda w, dw, c: (w - dw, c), lambda w, dw, c: (w, c), RIGHT, RIGHT[None], {}, "sgd")
    assert [error > 1 for _, error in found] == [False, True, False, True, True]


@pytest.mark.parametrize(
    "method",
    [
        lambda: check.value(RIGHT[:2], RIGHT, "p"),
        lambda: check.value(np.nan * RIGHT, RIGHT, "p"),
        lambda: check.value(None, RIGHT, "p"),
        lambda: check.gradient(np.sum, RIGHT, RIGHT[:1], "dx"),
        lambda: check.true(False, "the loss must fall"),
        lambda: check.pure(lambda x: x.sort(), -RIGHT, names=("x",), what="f"),
    ],
)
def test_what_is_no_error_of_size_fails_meanwhile(method):
    with margins.noted() as found, pytest.raises(CheckFailed):
        method()
    assert found == []


def test_afterwards_errors_are_judged_again():
    with pytest.raises(KeyError), margins.noted() as found:
        check.value(2 * RIGHT, RIGHT, "p")
        raise KeyError
    with pytest.raises(CheckFailed):
        check.value(2 * RIGHT, RIGHT, "p")
    assert len(found) == 1


def test_notes_within_notes_go_to_the_inner_ones():
    with margins.noted() as outer:
        with margins.noted() as inner:
            check.value(2 * RIGHT, RIGHT, "p")
        check.value(RIGHT, RIGHT, "p")
    assert (len(outer), len(inner)) == (1, 1)


def test_exactly_the_tolerance_is_within_it():
    assert not margins.exceeded("value", 1e-7, 1e-7)
    assert margins.exceeded("value", 1.0000001e-7, 1e-7)
