"""Comparison with a reference: one part or several, arguments that play no role, and chains of gradients."""

import numpy as np
import pytest

from flatgrad.check import Check, CheckFailed
from flatgrad.verdict import TestFault

check = Check("Task 2.3")
W, X, y = np.array([[1.0, -2.0], [0.5, 3.0]]), np.array([[1.0, 2.0], [-1.0, 0.5], [2.0, 1.0]]), np.array([1, 0, 1])
Y = np.eye(2)[y]
ARGUMENTS = ("W", "X", "y", "reg")


def right(W, X, y, reg):
    return np.sum((X @ W)[np.arange(3), y]) + reg * np.sum(W * W), X.T @ np.eye(2)[y] + 2 * reg * W


def message(method, *args, **kwargs):
    with pytest.raises(CheckFailed) as caught:
        method(*args, **kwargs)
    return str(caught.value)


def first_line(function, reference=right, reg=0.3, **options):
    options = {"names": ("loss", "dW"), "what": "of f", "arguments": ARGUMENTS, **options}
    return message(check.like, reference, function, W, X, y, reg, **options).split("\n")[0].removeprefix("Task 2.3: ")


def test_one_name_for_a_result_that_is_no_tuple():
    check.like(np.exp, np.exp, X, names="exp", what="of X")
    text = message(check.like, np.exp, lambda x: 3 * np.exp(x), X, names="exp", what="of X", sizes={"N": 3})
    assert text.startswith("Task 2.3: exp of X is wrong: yours is 3 times too big, and N = 3\n")
    assert "exp of X is missing (got None)" in message(check.like, np.exp, abs_none, X, names="exp", what="of X")
    # A tuple is taken for one array.
    text = message(check.like, np.exp, lambda x: (np.exp(x), x), X, names="exp", what="of X")
    assert "exp of X has shape (2, 3, 2); expected (3, 2)" in text


def abs_none(x):
    return None


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        (lambda W, X, y, reg: right(W, X, y, 0.5 + 0 * reg), "the result does not change when reg changes"),
        (lambda W, X, y, reg: right(W, X, [0, 1, 1], reg), "the result does not change when y changes"),
        (lambda W, X, y, reg: right(W, X[::-1] * [[1], [2], [4]], y, reg), ""),  # uses all of them
    ],
)
def test_an_argument_that_plays_no_role_is_named(function, sentence):
    assert first_line(function) == "loss of f is wrong" + (sentence and f": {sentence}")
    assert first_line(function, arguments=()) == "loss of f is wrong"


def test_an_argument_that_need_not_play_a_role_is_not_named():
    def unused(W, X, y, reg):
        return np.sum(W), X

    assert first_line(lambda W, X, y, reg: (np.sum(W) ** 2, X), reference=unused) == "loss of f is wrong"


def test_an_ignored_argument_is_looked_for_in_the_part_that_is_wrong():
    def forgets(W, X, y, reg):
        return right(W, X, y, reg)[0], X.T @ np.eye(2)[y] + 2 * W

    assert first_line(forgets) == "dW of f is wrong: the result does not change when reg changes"


def test_a_function_that_fails_elsewhere_is_not_blamed_for_it():
    def picky(W, X, y, reg):
        if reg != 0.3:
            raise ValueError
        return 0.1 + right(W, X, y, reg)[0], W

    assert first_line(picky) == "loss of f is wrong"


def test_a_fault_of_the_test_is_not_held_back():
    def cannot_cross(W, X, y, reg):
        if reg != 0.3:
            raise TestFault("no way")
        return 0.1 + right(W, X, y, reg)[0], W

    with pytest.raises(TestFault, match="no way"):
        first_line(cannot_cross)


@pytest.mark.parametrize("each", [True, False])
def test_terms_and_masks_of_each_part_or_of_all(each):
    def halved(W, X, y, reg):
        return right(W, X, y, reg)[0], X.T @ np.eye(2)[y] + reg * W

    def off_at_labels(W, X, y, reg):
        return X + np.eye(2)[y] * [[0.1], [0.3], [-0.2]]

    terms = {"reg * W": 0.3 * W}
    said = first_line(halved, terms={"dW": terms, "loss": {"reg * W": 1.0}} if each else terms)
    assert said == "dW of f is wrong: the difference is exactly reg * W too little; the rest is right"
    masks = {"j = y": Y}
    options = {"names": "dscores", "masks": {"dscores": masks} if each else masks}
    said = first_line(off_at_labels, lambda W, X, y, reg: X, **options)
    assert said == "dscores of f is wrong: only the entries at j = y are wrong"


def test_terms_of_another_part_play_no_role():
    def off(W, X, y, reg):
        return right(W, X, y, reg)[0], right(W, X, y, reg)[1] + 0.3 * W

    assert first_line(off, terms={"loss": {"reg * W": 0.3 * W}}) == "dW of f is wrong"


def test_a_tolerance_for_one_part_or_for_all():
    def coarse(W, X, y, reg):
        loss, dW = right(W, X, y, reg)
        return loss * (1 + 5e-7), dW * (1 + 5e-7)

    options = {"names": ("loss", "dW"), "what": "of f"}
    check.like(right, coarse, W, X, y, 0.3, tol=1e-6, **options)
    assert first_line(coarse).startswith("loss of f is wrong: it is right to about 6 digits only")
    assert first_line(coarse, tol={"loss": 1e-6}).startswith("dW of f is wrong: it is right to about 6 digits only")


def test_arguments_that_lead_to_nan_are_shown():
    def overflows(W, X, y, reg):
        return np.sum(W), np.where(W < 0, np.nan, W)

    options = {"names": ("loss", "dW"), "what": "of f", "arguments": ARGUMENTS}
    text = message(check.like, lambda W, X, y, reg: (np.sum(W), W), overflows, W, X, y, 0.3, **options)
    assert text.startswith("Task 2.3: dW of f is nan at [0, 1]; every value must be finite\n  row 0 of W is [1, -2]\n")


RIGHT = {"dx": 3 * X, "dh": X**3, "dscores": X + 1}  # in the order of the forward pass


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({}, ""),
        ({"dscores": -RIGHT["dscores"], "dh": 0 * X, "dx": 0 * X}, "dscores of backward is wrong: the sign is flipped"),
        (
            {"dh": 2 * RIGHT["dh"], "dx": X},
            "dh of backward (already right: dscores) is wrong: yours is exactly twice",
        ),
        ({"dx": X[:2]}, "dx of backward (already right: dscores, dh) has shape (2, 2); expected (3, 2)"),
        ({"dx": None}, "dx of backward (already right: dscores, dh) is missing"),
    ],
)
def test_a_chain_stops_at_the_first_wrong_gradient_of_the_backward_pass(wrong, sentence):
    actual = {**RIGHT, **wrong}
    if not wrong:
        check.chain(actual, RIGHT, "backward")
        check.chain({**actual, "more": None}, RIGHT, "backward")
    else:
        assert message(check.chain, actual, RIGHT, "backward").startswith(f"Task 2.3: {sentence}")


def test_what_a_chain_calls_its_gradients():
    text = message(check.chain, {**RIGHT, "dh": 2 * RIGHT["dh"]}, RIGHT, "f", called="grads[{!r}]")
    assert text.startswith("Task 2.3: grads['dh'] of f (already right: dscores) is wrong: yours is exactly twice")


def test_a_chain_that_is_not_whole():
    lacking = {name: RIGHT[name] for name in ("dx", "dscores")}
    text = message(check.chain, lacking, RIGHT, "backward")
    assert text == "Task 2.3: backward does not return dh; it must return dx, dh, dscores"
    text = message(check.chain, [X], RIGHT, "backward")
    assert text == "Task 2.3: backward must return a dict of gradients; got a list of 1"
    assert message(check.chain, {"dx": 2 * X}, {"dx": X}, "b", hint="think", tol=0.1).endswith("\nHint: think")


def test_repeatable():
    kept = []

    def remembers(x):
        kept.append(x)
        return x * len(kept)

    def in_place(x):
        x += 1
        return x

    check.repeatable(np.exp, X, what="exp")
    check.repeatable(in_place, X, what="f")  # it may change its arguments, which are copies
    assert message(check.repeatable, remembers, X, what="f") == (
        "Task 2.3: f gives another answer when it is called again with the same arguments\n"
        "Hint: nothing may be kept between two calls, but in what is returned"
    )
    with pytest.raises(NotImplementedError):
        check.repeatable(stub, X, what="f")


def stub(x):
    raise NotImplementedError("Task 2.3")


def test_a_fault_of_the_test_is_no_error_of_the_answer():
    def cannot_cross():
        raise TestFault("no way")

    for error in (ValueError, Exception, TestFault):
        with pytest.raises(TestFault, match="no way"):
            check.raises(error, cannot_cross, what="f()")


def test_a_chain_has_known_mistakes_for_each_gradient():
    actual = {**RIGHT, "dx": RIGHT["dx"] + 1}
    mistakes = {"dx": {"it is one more than dx": RIGHT["dx"] + 1}, "dh": {"it is one less": RIGHT["dh"] - 1}}
    text = message(check.chain, actual, RIGHT, "backward", mistakes=mistakes)
    assert "dx of backward" in text and "it is one more than dx" in text
