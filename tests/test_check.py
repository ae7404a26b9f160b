"""Verdicts, calls on copies, comparison with a reference, exceptions, and stubs that are not wrong answers."""

import numpy as np
import pytest

from flatgrad.check import Check, CheckFailed

check = Check("Task 2.3")


def message(method, *args, **kwargs):
    with pytest.raises(CheckFailed) as caught:
        method(*args, **kwargs)
    return str(caught.value)


def test_what_is_said_when_all_is_well(capsys):
    check.passed()
    check.passed("validation accuracy 0.36")
    assert capsys.readouterr().out.splitlines() == [
        "\033[32m✓ Task 2.3: all visible checks pass\033[0m",
        "\033[32m✓ Task 2.3: validation accuracy 0.36\033[0m",
    ]


def test_a_failure_has_a_line_for_each_part_that_is_not_empty():
    assert message(check.fail, "dW is wrong") == "Task 2.3: dW is wrong"
    assert message(check.fail, "dW is wrong", "  1 2", "think") == "Task 2.3: dW is wrong\n  1 2\nHint: think"
    assert isinstance(CheckFailed("x"), AssertionError)


@pytest.mark.parametrize("condition", [True, np.True_, 1, [0], np.array([True])])
def test_true_passes_what_holds(condition):
    check.true(condition, "the loss must fall")


@pytest.mark.parametrize("condition", [False, None, 0, [], np.array([False]), np.array([True, True]), np.zeros((2, 2))])
def test_true_fails_what_does_not_hold_or_is_no_condition(condition):
    assert message(check.true, condition, "the loss must fall", "ascent?") == (
        "Task 2.3: the loss must fall\nHint: ascent?"
    )


def test_call_protects_its_arguments():
    x, options = np.ones(2), {"config": {"v": np.ones(2)}}

    def spoil(x, rate=1, config=None):
        x *= rate
        config["v"] += 1
        return x, config["v"]

    spoilt, v = check.call(spoil, x, rate=3, **options)
    assert spoilt.tolist() == [3, 3] and v.tolist() == [2, 2]
    assert x.tolist() == [1, 1] and options["config"]["v"].tolist() == [1, 1]


def test_like_compares_part_by_part():
    def reference(W, reg):
        return reg * np.sum(W * W), 2 * reg * W

    def halved(W, reg):
        return reg * np.sum(W * W), reg * W

    W = np.array([[1.0, -2.0], [0.5, 3.0]])
    check.like(reference, reference, W, 0.5, names=("loss", "dW"), what="of f with N = 4")
    text = message(
        check.like, reference, halved, W, 0.5, names=("loss", "dW"), what="of f with N = 4", terms={"reg * W": 0.5 * W}
    )
    assert text.startswith("Task 2.3: dW of f with N = 4 is wrong: the difference is exactly reg * W too little")
    text = message(check.like, reference, lambda W, reg: None, W, 0.5, names=("loss", "dW"), what="of f with N = 4")
    assert text.startswith("Task 2.3: f with N = 4 returned nothing; it must return the tuple (loss, dW)")


def test_like_hands_sizes_and_hint_on():
    options = {"names": ("loss", "dW"), "what": "of f", "sizes": {"N": 4}, "hint": "mean"}
    text = message(check.like, lambda W: (1.5, W), lambda W: (6.0, W), np.ones(2), **options)
    assert "yours is 4 times too big, and N = 4" in text and text.endswith("Hint: mean")


def test_like_is_not_fooled_by_arguments_that_are_changed():
    def spoil(W):
        W[:] = 0
        return 0.0, W

    W = np.ones(2)
    text = message(check.like, lambda W: (W.sum(), W), spoil, W, names=("loss", "dW"), what="of f")
    assert "yours: 0   expected: 2" in text and W.tolist() == [1, 1]


def half_root(t):
    if t < 1:
        raise ValueError("t counts from 1")
    return 1 / t


def test_raises():
    check.raises(ValueError, half_root, 0, what="half_root(0)")
    check.raises(ArithmeticError, lambda: 1 / 0, what="f()")
    text = message(check.raises, ValueError, half_root, 2, what="half_root(2)")
    assert text == "Task 2.3: half_root(2) must raise ValueError; it returned 0.5"
    text = message(check.raises, ValueError, lambda: 1 / 0, what="f()")
    assert text == "Task 2.3: f() must raise ValueError; it raised ZeroDivisionError"


def stub(*args):
    raise NotImplementedError("Task 2.3")


@pytest.mark.parametrize(
    "method",
    [
        lambda: check.call(stub, 1),
        lambda: check.gradient(stub, np.ones(2), np.ones(2), "dW"),
        lambda: check.like(lambda x: (1, 2), stub, 1, names=("loss", "dW"), what="of f"),
        lambda: check.steps(lambda w, dw, config: (w, config), stub, np.ones(2), np.ones((1, 2)), {}, "sgd"),
        lambda: check.raises(ValueError, stub, what="f()"),
        lambda: check.raises(RuntimeError, stub, what="f()"),
        lambda: check.pure(stub, np.ones(2), names=("x",), what="f"),
    ],
)
def test_a_stub_is_not_a_wrong_answer(method):
    with pytest.raises(NotImplementedError, match=r"^Task 2\.3$"):
        method()
