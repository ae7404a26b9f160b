"""Check.gradient: a gradient that is not the slope of the loss, and how the message says so."""

import numpy as np
import pytest

from flatgrad.check import Check, CheckFailed

check = Check("Task 3.1")
x = np.array([[1.0, 2.0, -1.0], [0.5, 3.0, 4.0]])


def cubes(x):
    return np.sum(x**3)


def message(analytic, f=cubes, **options):
    with pytest.raises(CheckFailed) as caught:
        check.gradient(f, x, analytic, "dW", **options)
    return str(caught.value)


@pytest.mark.parametrize("options", [{}, {"h": 1e-4}, {"num_samples": 3, "rng": np.random.default_rng(0)}])
def test_a_right_gradient(options):
    check.gradient(cubes, x, 3 * x**2, "dW", **options)
    check.gradient(cubes, x, (3 * x**2).tolist(), "dW", **options)
    check.gradient(cubes, x, (3 * x**2).astype(np.float32), "dW", **options)


def test_a_number_has_a_slope():
    check.gradient(lambda w: w**2, np.float64(3), 6.0, "dw")
    with pytest.raises(CheckFailed, match="yours: 5   by centred differences: 6"):
        check.gradient(lambda w: w**2, np.float64(3), 5.0, "dw")


@pytest.mark.parametrize(
    ("analytic", "guess"),
    [
        (-3 * x**2, "the sign is flipped"),
        (12 * x**2, "yours is 4 times too big, and N = 4"),
        (3 * x**2 + 0.1 * x, "the difference is exactly reg * W too much"),
        (0 * x, "everything is 0 where it should not be"),
        (3 * x**2 * [[1], [7]], "only row 1 is wrong"),
        (3 * x**2 + [[1, 2, 3], [-4, 5, 6]], None),
    ],
)
def test_a_wrong_gradient_is_diagnosed(analytic, guess):
    text = message(analytic, sizes={"N": 4}, terms={"reg * W": 0.1 * x, "other": np.ones(2)}, hint="think")
    first = f"Task 3.1: dW is not the slope of the loss{': ' + guess if guess else chr(10)}"
    assert text.startswith(first) and text.endswith("\nHint: think")
    title, _, *rows = text.splitlines()[1:-1]
    assert title.split() == ["yours", "by", "centred", "differences"]
    assert [row.split()[-3:] for row in rows] == [["3", "12", "3"], ["0.75", "27", "48"]]


def test_a_sample_is_named_by_its_coordinates_in_x():
    wrong = 3 * x**2
    wrong[1, 2] = 9
    text = message(wrong, num_samples=5, rng=np.random.default_rng(0))
    assert text.splitlines()[-1].split() == ["[1,", "2]", "9*", "48"] and "only" not in text
    text = message(3 * x**2 + 0.1 * x, num_samples=3, rng=np.random.default_rng(1), terms={"reg * W": 0.1 * x})
    assert "the difference is exactly reg * W too much" in text


def test_kinks_are_left_out_and_the_rest_is_judged():
    at_kink = np.array([0.0, 1.0, 2.0, 3.0])
    right, wrong = np.array([0.3, 1.0, 1.0, 1.0]), np.array([0.3, 1.0, 1.0, 0.5])

    def relu(x):
        return np.maximum(x, 0).sum()

    check.gradient(relu, at_kink, right, "dx", kinks=lambda x: x)
    with pytest.raises(CheckFailed, match=r"dx is not the slope of the loss\n") as caught:
        check.gradient(relu, at_kink, wrong, "dx", kinks=lambda x: x)
    rows = [line.split() for line in str(caught.value).splitlines()[2:]]
    assert rows == [["[1]", "1", "1"], ["[2]", "1", "1"], ["[3]", "0.5*", "1"]]


def test_a_loss_that_is_not_finite_beside_x():
    text = message(3 * x**2, f=lambda x: np.inf if x[0, 0] > 1 else cubes(x), hint="shift")
    assert message(np.full((2, 3), np.nan), hint="shift").endswith("\nHint: shift")
    assert text == "Task 3.1: the loss is nan or inf beside this point, so dW cannot be compared\nHint: shift"


@pytest.mark.parametrize("value", [None, "1", (1.0, x), np.zeros(2), {}])
def test_a_loss_that_is_no_number(value):
    text = message(3 * x**2, f=lambda x: value)
    assert text.startswith("Task 3.1: dW cannot be compared with the slope of the loss: f must return one number; it ")


def test_the_tolerance():
    check.gradient(cubes, x, 3.001 * x**2, "dW", tol=1e-2)
    message(3 * x**2 * (1 + 3e-7))
    message((3 * x**2).astype(int))
    message((3 * x**2 * (1 + 3e-6)).astype(np.float32), tol=1e-6)


def test_x_is_as_it_was():
    before = x.tobytes()
    check.gradient(cubes, x, 3 * x**2, "dW")
    message(x)
    message(x, f=lambda x: None)
    assert x.tobytes() == before
