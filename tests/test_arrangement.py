"""The diagnosis of right numbers in the wrong places, and of wrong numbers in places that have a name."""

import numpy as np
import pytest

from flatgrad.diagnosis import explain

rng = np.random.default_rng(0)
MATRIX, SQUARE, VECTOR = rng.normal(size=(5, 4)), rng.normal(size=(4, 4)), rng.normal(size=6)
OTHER = "these are the right numbers in another order"
ROWS, COLUMNS = (f"its {name} are the right ones in another order" for name in ("rows", "columns"))
Y = np.arange(4) == np.array([0, 2, 2, 3, 1])[:, None]
MASKS = {"another shape": np.ones((2, 2), bool), "everywhere": np.ones((5, 4), bool), "j = y": Y}


@pytest.mark.parametrize("scale", [1e-200, 1.0, 1e200])
@pytest.mark.parametrize(
    ("actual", "expected", "sentence"),
    [
        (SQUARE.T, SQUARE, "it is transposed"),
        (MATRIX[[1, 0, 2, 4, 3]], MATRIX, ROWS),
        (MATRIX[:, [3, 1, 2, 0]], MATRIX, COLUMNS),
        (SQUARE[::-1], SQUARE, ROWS),
        (SQUARE[::-1, ::-1], SQUARE, OTHER),
        (MATRIX.T.reshape(5, 4), MATRIX, OTHER),
        (np.array([[1.0, 2], [1, 2], [3, 4]]), np.array([[1.0, 2], [2, 1], [3, 4]]), OTHER),  # one row twice
        (VECTOR[::-1], VECTOR, OTHER),
        (VECTOR[[1, 0, 2, 3, 4, 5]], VECTOR, OTHER),
        (VECTOR[[1, 0, 2]] + 1e-9, VECTOR[:3], OTHER),
        (np.eye(3)[[0, 2, 1]], np.eye(3), ROWS),
    ],
)
def test_an_order(actual, expected, sentence, scale):
    assert explain(scale * actual, scale * expected) == sentence


@pytest.mark.parametrize("shape", [(6, 1), (1, 6)])
def test_one_row_or_column_of_numbers_is_like_a_vector(shape):
    assert explain(VECTOR[::-1].reshape(shape), VECTOR.reshape(shape)) == OTHER


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (MATRIX[[1, 0, 2, 4, 4]], MATRIX),  # a row twice is no order of the rows
        (MATRIX[[1, 0, 2, 4, 3]] + 3e-7 * rng.normal(size=(5, 4)), MATRIX),
        (VECTOR[:2][::-1], VECTOR[:2]),  # two numbers tell too little
        (rng.normal(size=(2, 2, 2)), rng.normal(size=(2, 2, 2))),
    ],
)
def test_no_order(actual, expected):
    assert explain(actual, expected) == ""


def off(mask, size=1.0):
    return MATRIX + size * mask * rng.uniform(0.1, 1, size=MATRIX.shape)


@pytest.mark.parametrize(
    ("actual", "sentence"),
    [
        (off(Y), "only the entries at j = y are wrong"),
        (off(Y & (np.arange(5) > 2)[:, None]), "only the entries at j = y are wrong"),
        (off(~Y), "only the entries at j = y are right"),
        (off(np.ones((5, 4))), ""),
        (off(~Y & (np.arange(5) > 2)[:, None]), ""),  # some of the others are right
    ],
)
def test_a_mask(actual, sentence):
    assert explain(actual, MATRIX, masks=MASKS) == sentence
    assert explain(actual, MATRIX, masks={"j = y": Y.astype(int).tolist()}) == sentence
    assert "j = y" not in explain(actual, MATRIX)


def test_a_mask_of_nothing_or_all_says_nothing():
    for mask in (np.zeros((5, 4)), np.ones((5, 4))):
        assert explain(off(Y), MATRIX, masks={"there": mask}) == ""


def test_a_mask_goes_behind_a_factor_and_before_a_region():
    assert explain(-MATRIX, MATRIX, masks=MASKS).startswith("the sign is flipped")
    first = np.zeros((5, 4), bool)
    first[0] = True
    assert explain(off(first), MATRIX, masks={"i = 0": first}) == "only the entries at i = 0 are wrong"


RELU = np.maximum(MATRIX, 0)


@pytest.mark.parametrize("expected", [RELU, RELU.ravel(), RELU.reshape(5, 2, 2)])
def test_wrong_where_it_must_be_0(expected):
    actual = np.where(expected == 0, 0.1 * rng.normal(size=expected.shape), expected)
    assert explain(actual, expected) == "it is wrong only where it must be 0"
    actual[expected > 0] += 1e-3
    assert explain(actual, expected) == ""


def test_one_wrong_entry_and_zeros_alone_are_nothing_of_that_kind():
    assert explain(np.array([1.0, 0, 0.5, 0]), np.array([1.0, 0, 0, 0])) == "only entry 2 is wrong"
    assert explain(np.array([0.5, 0.25, 1]), np.zeros(3)) == ""


def test_no_sentence_for_unrelated_numbers():
    for seed in range(200):
        rng = np.random.default_rng(seed)
        shape = [(3,), (7,), (2, 2), (4, 4), (1, 6)][seed % 5]
        actual, expected = rng.normal(size=(2, *shape))
        assert explain(actual, expected, masks={"j = y": rng.random(shape) < 0.5}) == ""


def test_the_masks_stay_as_they_were():
    before = Y.copy()
    explain(off(Y), MATRIX, masks=MASKS)
    assert (before == Y).all()
