"""Each sentence of the diagnosis where it is true, and none where it is not."""

import numpy as np
import pytest

from flatgrad.diagnosis import explain

rng = np.random.default_rng(0)
MATRIX, VECTOR, BLOCK = rng.normal(size=(5, 4)), rng.normal(size=6), rng.normal(size=(2, 3, 4))
SIZES = {"N": 20, "C": 10}


@pytest.mark.parametrize("expected", [MATRIX, VECTOR, BLOCK, np.array(2.5), np.array([[-3.0]])])
@pytest.mark.parametrize("scale", [1e-200, 1.0, 1e200])
@pytest.mark.parametrize(
    ("factor", "sentence"),
    [
        (0, "everything is 0 where it should not be"),
        (-1, "the sign is flipped: yours is -1 times the expected value"),
        (20, "yours is 20 times too big, and N = 20"),
        (1 / 20, "yours is 20 times too small, and N = 20"),
        (10, "yours is 10 times too big, and C = 10"),
        (1 / 10, "yours is 10 times too small, and C = 10"),
        (2, "yours is exactly twice the expected value"),
        (0.5, "yours is exactly half the expected value"),
    ],
)
def test_a_known_factor(expected, scale, factor, sentence):
    assert explain(factor * scale * expected, scale * expected, SIZES) == sentence


@pytest.mark.parametrize(("factor", "shown"), [(3, "3"), (-20, "-20"), (0.1234567, "0.1235"), (1e-9, "1e-09")])
@pytest.mark.parametrize("expected", [MATRIX, VECTOR, BLOCK, np.array([1.0, 2.0, 3.0])])
def test_an_unknown_factor_is_named_for_arrays(factor, shown, expected):
    assert explain(factor * expected, expected, SIZES) == f"yours is {shown} times the expected value everywhere"


@pytest.mark.parametrize("expected", [np.array(2.5), np.array([2.5]), np.array([[2.5, 1.0]]), np.array([0.0, 5, 0, 3])])
def test_an_unknown_factor_of_one_or_two_numbers_says_nothing(expected):
    assert explain(3 * expected, expected, SIZES) == ""


@pytest.mark.parametrize("expected", [MATRIX, VECTOR, np.array(2.5)])
@pytest.mark.parametrize(
    ("factor", "sizes", "sentence"),
    [
        (200, SIZES, "yours is 200 times too big, and N * C = 200"),
        (1 / 200, SIZES, "yours is 200 times too small, and N * C = 200"),
        (12, {"N": 4, "D": 5, "C": 3}, "yours is 12 times too big, and N * C = 12"),
        (6, {"N": 2, "D": 3, "C": 6}, "yours is 6 times too big, and C = 6"),  # a size goes before a product
        (9, {"N": 3, "C": 3}, "yours is 9 times too big, and N * C = 9"),
        (
            1 / np.log(2),
            SIZES,
            "yours is 1.443 times the expected value: that is np.log2 for the natural logarithm, np.log",
        ),
        (
            1 / np.log(10),
            SIZES,
            "yours is 0.4343 times the expected value: that is np.log10 for the natural logarithm, np.log",
        ),
    ],
)
def test_a_product_of_sizes_and_another_logarithm(expected, factor, sizes, sentence):
    assert explain(factor * expected, expected, sizes) == sentence
    assert sentence not in explain(factor * (1 + 6e-6) * expected, expected, sizes)


def test_a_size_of_1_makes_no_product():
    assert explain(20 * VECTOR, VECTOR, {"D": 1, "N": 20}) == "yours is 20 times too big, and N = 20"


def test_a_size_goes_before_twice_and_equal_sizes_are_both_named():
    assert explain(2 * VECTOR, VECTOR, {"N": 2}) == "yours is 2 times too big, and N = 2"
    assert explain(VECTOR / 2, VECTOR, {"N": 2}) == "yours is 2 times too small, and N = 2"
    assert explain(1.004e-6 * VECTOR, VECTOR, {"N": 10**6}) == "yours is 1.004e-06 times the expected value everywhere"
    assert explain(VECTOR / 3, VECTOR, {"N": 3, "D": 4, "C": 3}) == "yours is 3 times too small, and N = C = 3"
    assert explain(-VECTOR, VECTOR, {"N": 1}).startswith("the sign is flipped")


@pytest.mark.parametrize("expected", [MATRIX, VECTOR, BLOCK, np.array(2.5)])
@pytest.mark.parametrize("scale", [1e-200, 1.0, 1e200])
@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (1, "reg * W too much"),
        (-1, "reg * W too little"),
        (2, "2 * reg * W too much"),
        (-2, "2 * reg * W too little"),
        (0.5, "½ * reg * W too much"),
        (-0.5, "½ * reg * W too little"),
    ],
)
def test_a_known_term(expected, scale, factor, words):
    expected = scale * expected
    term = scale * np.random.default_rng(1).normal(size=expected.shape)
    terms = {"nothing": 0 * term, "of another shape": np.ones(7), "another": np.abs(expected) + scale, "reg * W": term}
    said = explain(expected + factor * term, expected, SIZES, terms)
    assert said == f"the difference is exactly {words}; the rest is right"


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (1, "the data loss counts twice"),
        (-1, "the data loss is missing"),
        (2, "the difference is exactly 2 * the data loss too much"),
        (0.5, "the difference is exactly ½ * the data loss too much"),
    ],
)
def test_a_term_that_the_formula_holds_once(factor, words):
    term = np.random.default_rng(1).normal(size=6)
    assert explain(VECTOR + factor * term, VECTOR, terms={"the data loss": term}) == f"{words}; the rest is right"


def test_a_term_may_be_a_list_and_other_multiples_of_it_say_nothing():
    assert "reg * b too much" in explain(VECTOR + 1, VECTOR, terms={"reg * b": [1] * 6})
    assert explain(VECTOR + 0.7, VECTOR, terms={"reg * b": [1] * 6}) == ""


def test_a_term_goes_before_a_factor_and_a_factor_before_a_region():
    assert explain(2 * MATRIX, MATRIX, terms={"reg * W": MATRIX}) == (
        "the difference is exactly reg * W too much; the rest is right"
    )
    one_row = np.zeros((3, 4))
    one_row[1] = [1, 2, 3, 4]
    assert explain(-one_row, one_row).startswith("the sign is flipped")
    assert explain(one_row + one_row**2, one_row) == "only row 1 is wrong"


@pytest.mark.parametrize(
    ("index", "sentence"),
    [
        ((2,), "only row 2 is wrong"),
        ((4,), "only row 4 is wrong"),
        ((slice(None), 3), "only column 3 is wrong"),
        ((slice(0, 3), 0), "only column 0 is wrong"),
        ((1, 1), "only row 1 is wrong"),
        ((slice(0, 2), slice(0, 2)), ""),
    ],
)
def test_the_region_of_a_matrix(index, sentence):
    actual = MATRIX.copy()
    actual[index] += rng.normal(size=actual[index].shape)
    assert explain(actual, MATRIX) == sentence


def test_the_smallest_regions():
    assert explain(np.array([[1.0, 2], [5, 7]]), np.array([[1.0, 2], [3, 4]])) == "only row 1 is wrong"
    assert explain(np.array([1.0, 5, 3]), np.array([1.0, 2, 3])) == "only entry 1 is wrong"


def test_the_region_of_a_vector():
    actual = VECTOR.copy()
    actual[4] += 1
    assert explain(actual, VECTOR) == "only entry 4 is wrong"
    actual[5] -= 1
    assert explain(actual, VECTOR) == ""
    # In one row or one column of numbers, all of it is no region.
    assert explain(VECTOR[None] + rng.normal(size=6), VECTOR[None]) == ""
    assert explain(VECTOR[:, None] + rng.normal(size=(6, 1)), VECTOR[:, None]) == ""
    assert explain(np.array([1.0, 5.0]), np.array([1.0, 2.0])) == ""


def test_a_row_that_is_wrong_only_a_little_is_wrong():
    actual = MATRIX.copy()
    actual[1] += 1
    actual[3] += 2e-7 * np.max(np.abs(MATRIX))  # above the tolerance of a check
    assert explain(actual, MATRIX) == ""
    actual[3] = MATRIX[3] + 1e-9
    assert explain(actual, MATRIX) == "only row 1 is wrong"


@pytest.mark.parametrize("off", [1 + 6e-6, 1 - 6e-6])
def test_an_explanation_that_does_not_quite_fit_is_not_given(off):
    bent = np.array([off, off, off, 1, 1, 1])
    assert explain(20 * VECTOR * bent, VECTOR, SIZES) == ""
    for factor in (-1, 20, 1 / 20, 2, 0.5):
        assert explain(factor * off * np.array(2.5), np.array(2.5), SIZES) == ""
    for term in (rng.normal(size=6), 1e-3 * rng.normal(size=6)):
        assert explain(VECTOR + term * bent, VECTOR, terms={"reg * b": term}) == ""
        assert explain(VECTOR + term * off, VECTOR, terms={"reg * b": term}) == ""


def test_a_term_of_small_numbers_must_fit_as_closely():
    term = 1e-3 * np.array([1.0, -1, 1, -1, 1, -1])
    bent = 1 + 6e-6 * np.array([1, 1, 1, -1, -1, -1])
    assert "reg * b too much" in explain(VECTOR + term, VECTOR, terms={"reg * b": term})
    assert explain(VECTOR + term * bent, VECTOR, terms={"reg * b": term}) == ""


def test_nearly_1_times_is_not_said():
    assert explain(1.0004 * VECTOR, VECTOR) == "" == explain(0.9996 * VECTOR, VECTOR)
    assert explain(0.99 * VECTOR, VECTOR) == "yours is 0.99 times the expected value everywhere"
    assert explain(-1.0004 * VECTOR, VECTOR) == ""
    assert explain(-0.99 * VECTOR, VECTOR) == "yours is -0.99 times the expected value everywhere"


def test_small_is_not_zero():
    for size in (1e-5, 1e-7, 1e-9, 1e-12):
        assert explain(size * np.array([1.0, -2.0, 5.0, 1.0]), np.ones(4)) == ""


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_nothing_is_said_about_empty_or_endless_numbers(bad):
    assert explain(np.zeros((0, 3)), np.zeros((0, 3)), SIZES, {"t": np.zeros((0, 3))}) == ""
    for actual, expected in (([1.0, bad], [1.0, 2.0]), ([1.0, 2.0], [1.0, bad]), ([bad, bad], [bad, bad])):
        assert explain(np.array(actual), np.array(expected), SIZES, {"t": np.ones(2)}) == ""


def test_no_sentence_for_unrelated_numbers():
    for seed in range(300):
        rng = np.random.default_rng(seed)
        shape = [(), (1,), (2,), (7,), (2, 2), (5, 3), (1, 6), (6, 1), (2, 3, 4)][seed % 9]
        actual, expected, term = 10.0 ** rng.integers(-9, 10, size=(3, *[1] * len(shape))) * rng.normal(
            size=(3, *shape)
        )
        sizes = {"N": int(rng.integers(1, 50)), "C": int(rng.integers(2, 10))}
        assert explain(actual, expected, sizes, {"reg * W": term}) == ""


def test_the_arguments_stay_as_they_were():
    actual, expected, term = 3 * MATRIX, MATRIX.copy(), MATRIX**2
    explain(actual, expected, SIZES, {"t": term})
    assert (actual == 3 * MATRIX).all() and (expected == MATRIX).all() and (term == MATRIX**2).all()


@pytest.mark.parametrize("scale", [1e-200, 1.0, 1e200])
def test_a_known_mistake_goes_before_all_else(scale):
    mistakes = {"it is of another shape": VECTOR[:3], "it is the cube": VECTOR**3, "it is all of it twice": 2 * VECTOR}
    mistakes = {sentence: scale * wrong for sentence, wrong in mistakes.items()}
    assert explain(scale * VECTOR**3, scale * VECTOR, mistakes=mistakes) == "it is the cube"
    assert explain(scale * 2 * VECTOR, scale * VECTOR, mistakes=mistakes) == "it is all of it twice"
    assert explain(scale * -VECTOR, scale * VECTOR, mistakes=mistakes).startswith("the sign is flipped")
