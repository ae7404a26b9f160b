"""What compare_gradient reports: all coordinates, a sample of them, and none that lies on a kink."""

import numpy as np
import pytest

from flatgrad.gradcheck import compare_gradient


def cubes(x):
    return np.sum(x**3)


def test_a_full_report():
    x = np.array([[1.0, 2.0, -1.0], [0.5, 3.0, 0.0]])
    wrong = 3 * x**2
    wrong[1, 1] = 20
    report = compare_gradient(cubes, x, wrong)
    assert report.coordinates == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)] and report.skipped == 0
    np.testing.assert_allclose(report.numeric, [3, 12, 3, 0.75, 27, 0], atol=1e-8)
    assert report.analytic.tolist() == [3, 12, 3, 0.75, 20, 0]
    assert report.error == pytest.approx(7 / 27)
    assert compare_gradient(cubes, x, 3 * x**2).error < 1e-9
    assert compare_gradient(cubes, x, np.ones(x.shape, dtype=np.int8)).analytic.dtype == np.float64


def test_a_sample_costs_two_calls_per_coordinate_and_judges_only_these():
    x, calls = np.arange(1.0, 21.0).reshape(4, 5), []
    report = compare_gradient(
        lambda x: calls.append(1) or cubes(x), x, 3 * x**2, num_samples=6, rng=np.random.default_rng(0)
    )
    assert len(calls) == 12 and len(set(report.coordinates)) == 6
    assert report.coordinates == sorted(report.coordinates)
    expected = [3 * x[c] ** 2 for c in report.coordinates]
    np.testing.assert_allclose(report.numeric, expected, rtol=1e-6)
    np.testing.assert_allclose(report.analytic, expected, rtol=1e-15)


def test_samples_follow_the_generator_and_reach_every_coordinate():
    def drawn(seed):
        return compare_gradient(
            cubes, np.ones((2, 3)), 3 * np.ones((2, 3)), num_samples=2, rng=np.random.default_rng(seed)
        ).coordinates

    assert drawn(5) == drawn(5)
    assert all(len(set(drawn(seed))) == 2 for seed in range(40))
    assert {c for seed in range(40) for c in drawn(seed)} == set(np.ndindex(2, 3))


def test_a_sample_finds_a_mistake_where_it_looks():
    x = np.ones(4)
    wrong = np.array([3.0, 3.0, 3.0, 4.0])
    reports = [compare_gradient(cubes, x, wrong, num_samples=2, rng=np.random.default_rng(s)) for s in range(20)]
    assert {(3,) in r.coordinates for r in reports} == {True, False}
    assert all((r.error > 0.2) == ((3,) in r.coordinates) for r in reports)


@pytest.mark.parametrize("num_samples", [4, 5])
def test_as_many_samples_as_coordinates_need_no_generator(num_samples):
    assert len(compare_gradient(cubes, np.ones((2, 2)), 3 * np.ones((2, 2)), num_samples=num_samples).coordinates) == 4


@pytest.mark.parametrize("options", [{}, {"num_samples": 0, "rng": np.random.default_rng(0)}, {"num_samples": -1}])
def test_samples_that_cannot_be_drawn_are_refused(options):
    with pytest.raises(ValueError, match="num_samples"):
        compare_gradient(cubes, np.ones(4), 3 * np.ones(4), **{"num_samples": 2, **options})


def test_a_sample_of_one():
    report = compare_gradient(cubes, np.ones(4), 3 * np.ones(4), num_samples=1, rng=np.random.default_rng(0))
    assert len(report.coordinates) == 1


def relu_sum(x):
    return np.sum(np.array([2.0, 3.0, 5.0, 7.0, 11.0]) * np.maximum(x, 0))


NEAR_KINKS = np.array([0.0, 0.9e-5, -0.9e-5, 1.1e-5, -2.0])


@pytest.mark.parametrize("at_kinks", [[2, 3, 5], [0, 0, 0], [1, 3, 0]])
def test_a_right_relu_gradient_is_accepted_whatever_it_says_on_the_kinks(at_kinks):
    right = np.array([*at_kinks, 7.0, 0.0])
    report = compare_gradient(relu_sum, NEAR_KINKS, right, kinks=lambda x: x)
    assert report.error < 1e-9 and report.skipped == 3 and report.coordinates == [(3,), (4,)]
    assert compare_gradient(relu_sum, NEAR_KINKS, right).error > 0.01


def test_a_kink_at_the_end_of_the_step_is_skipped_too():
    for end in (1e-5, -1e-5):
        report = compare_gradient(lambda x: np.maximum(x, 0).sum(), np.array([end, 1.0]), [9, 1], kinks=lambda x: x)
        assert report.coordinates == [(1,)]


@pytest.mark.parametrize("wrong", [[0, 3, 0, 0, 0], [0, 3, 0, 7, 11]])
def test_a_wrong_relu_gradient_is_still_found_beside_the_kinks(wrong):
    assert compare_gradient(relu_sum, NEAR_KINKS, wrong, kinks=lambda x: x).error > 0.5


def margins(W, X, y):
    scores = X @ W
    margins = scores - scores[np.arange(len(y)), y][:, None] + 1
    margins[np.arange(len(y)), y] = 0  # the right class takes no part
    return margins


def hinge_gradient(W, X, y, on):
    counts = on(margins(W, X, y), 0).astype(float)
    counts[np.arange(len(y)), y] = 0
    counts[np.arange(len(y)), y] = -counts.sum(axis=1)
    return X.T @ counts


@pytest.mark.parametrize("on", [np.greater, np.greater_equal])
def test_a_hinge_at_a_margin_of_exactly_0(on):
    X, y = np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([0, 1])
    W = np.array([[2.0, 1.0, 0.5], [3.0, 0.0, 4.0]])
    assert margins(W, X, y).tolist() == [[0, 0, -0.5], [7, 0, 9]]

    def compare(gradient, kinks):
        return compare_gradient(lambda W: np.sum(np.maximum(margins(W, X, y), 0)), W, gradient, kinks=kinks)

    def kinks(W):
        return margins(W, X, y)

    report = compare(hinge_gradient(W, X, y, on), kinks)
    # Only the weights that move the margin of exactly 0 are left out.
    assert report.coordinates == [(0, 2), (1, 0), (1, 1), (1, 2)] and report.skipped == 2 and report.error < 1e-9
    assert compare(hinge_gradient(W, X, y, on), None).error > 0.05
    wrong = hinge_gradient(W, X, y, on)
    wrong[1] /= 2
    assert compare(wrong, kinks).error > 0.4


def test_no_false_alarm_for_random_hinges():
    skipped = 0
    for seed in range(30):
        rng = np.random.default_rng(seed)
        X, y = rng.integers(-2, 3, size=(6, 4)).astype(float), rng.integers(0, 3, size=6)
        W = rng.integers(-16, 17, size=(4, 3)) / 8  # eighths, so that margins of exactly 0 happen

        def loss(W, X=X, y=y):
            return np.sum(np.maximum(margins(W, X, y), 0))

        right = hinge_gradient(W, X, y, np.greater)
        report = compare_gradient(loss, W, right, kinks=lambda W, X=X, y=y: margins(W, X, y))
        assert report.error < 1e-8
        skipped += report.skipped
    assert skipped > 20


def test_nothing_but_kinks_is_an_error():
    with pytest.raises(ValueError, match="every coordinate has a kink"):
        compare_gradient(lambda x: np.abs(x).sum(), np.zeros(3), np.zeros(3), kinks=lambda x: x)
