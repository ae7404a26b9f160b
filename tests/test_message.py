"""What stands in the message about a wrong value: a guess, numbers of both sides, numbers of the inputs, a hint."""

import numpy as np
import pytest

from flatgrad.check import Check, CheckFailed

check = Check("Task 2.3")


def message(method, *args, **kwargs):
    with pytest.raises(CheckFailed) as caught:
        method(*args, **kwargs)
    return str(caught.value)


def test_a_wrong_value_is_diagnosed_and_shown():
    text = message(check.value, [20.0, 40.0], [1.0, 2.0], "db", sizes={"N": 20}, hint="mean")
    assert text == (
        "Task 2.3: db is wrong: yours is 20 times too big, and N = 20\n"
        "        yours     expected\n"
        "  [0]      20            1\n"
        "  [1]      40            2\n"
        "Hint: mean"
    )
    text = message(check.value, 3.0, 2.5, "the loss", terms={"reg * sum(W * W)": 0.5})
    assert text == (
        "Task 2.3: the loss is wrong: the difference is exactly reg * sum(W * W) too much; the rest is right\n"
        "  yours: 3   expected: 2.5"
    )


def test_masks_reach_the_diagnosis():
    right = np.arange(1.0, 7).reshape(2, 3)
    y = np.array([[True, False, False], [False, False, True]])
    text = message(check.value, right - y, right, "dscores", masks={"j = y": y})
    assert text.startswith("Task 2.3: dscores is wrong: only the entries at j = y are wrong\n")


@pytest.mark.parametrize(
    ("error", "options", "digits"),
    [
        (3e-7, {}, "it is right to about 6 digits only, and must be to 7"),
        (9e-7, {}, "it is right to about 6 digits only, and must be to 7"),
        (3e-9, {"tol": 1e-12}, "it is right to about 8 digits only, and must be to 12"),
    ],
)
def test_a_small_error_is_told_in_digits(error, options, digits):
    expected = np.array([1.0, -0.5, 0.25])
    text = message(check.value, expected * (1 + error), expected, "dW", sizes={"N": 3}, **options)
    assert text.startswith(f"Task 2.3: dW is wrong: {digits}\n")
    check.value(expected * (1 + error), expected, "dW", tol=1e-5)


def test_a_larger_error_is_none_of_digits():
    text = message(check.value, np.array([1.0, 2.0, 3.00001]), np.array([1.0, 2.0, 3.0]), "dW")
    assert text.startswith("Task 2.3: dW is wrong: only entry 2 is wrong\n")


@pytest.mark.parametrize("hint", ["", "halve it"])
def test_numbers_of_three_digits(hint):
    text = message(check.value, np.array([0.1, 0.3], dtype=np.float16), [0.1, 0.3], "rates", hint=hint)
    assert text.endswith(f"\nHint: {hint or 'float16 holds three digits: compute in float64'}")


def test_otherwise_is_asked_where_the_diagnosis_has_nothing_to_say():
    said = []

    def otherwise():
        said.append(1)
        return "reg plays no role"

    options = {"otherwise": otherwise, "sizes": {"N": 2}}
    check.value([1.0, 2.0], [1.0, 2.0], "db", **options)
    assert "2 times too big" in message(check.value, [2.0, 4.0], [1.0, 2.0], "db", **options) and not said
    assert "db is wrong: reg plays no role\n" in message(check.value, [1.5, 4.0], [1.0, 2.0], "db", **options)
    assert message(check.value, [1.5, 4.0], [1.0, 2.0], "db").startswith("Task 2.3: db is wrong\n")


def test_where_it_is_not_finite_the_inputs_are_shown():
    inputs = {"scores": np.array([[1.0, 2.0], [1000.0, 0.0]]), "reg": 0.5}
    p = np.array([[0.3, 0.7], [np.nan, 0.0]])
    lines = "p is nan at [1, 0]; every value must be finite\n  row 1 of scores is [1000, 0]\nHint: shift"
    for method in (check.finite, lambda a, what, **options: check.value(a, np.zeros((2, 2)), what, **options)):
        assert message(method, p, "p", hint="shift", inputs=inputs) == f"Task 2.3: {lines}"
    assert "scores" not in message(check.finite, p, "p")
    assert message(check.finite, np.inf, "the loss", inputs={"y": np.array([0, 1])}) == (
        "Task 2.3: the loss is inf; every value must be finite\n  y is [0, 1]"
    )


def test_without_numbers_the_guess_stays():
    quiet = Check("Task 2.3", explain="hint")
    inputs = {"x": np.array([3.14159])}
    text = message(quiet.value, [1.5, np.nan], [1.5, 2.0], "p", inputs=inputs, hint="shift")
    assert text == "Task 2.3: p is nan at [1]; every value must be finite\nHint: shift"
    text = message(quiet.value, [15.0, 20.0], [1.5, 2.0], "p", sizes={"N": 10})
    assert text == "Task 2.3: p is wrong: yours is 10 times too big, and N = 10"
