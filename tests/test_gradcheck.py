"""Numerical gradients against mathematics and scipy, and the four things that fool a comparison."""

import math

import numpy as np
import pytest
from scipy.optimize import rosen, rosen_der

from flatgrad.gradcheck import compare_gradient, numerical_gradient, relative_error


def exp_sum(x):
    return sum(math.exp(value) for value in x.flat)


def test_a_centred_difference_of_exp_is_e_times_sinh_h_over_h():
    gradient = numerical_gradient(exp_sum, np.array([1.0]), h=0.1)
    assert gradient[0] == pytest.approx(math.e * math.sinh(0.1) / 0.1, rel=1e-13)


@pytest.mark.parametrize(("h", "error"), [(1e-5, 5.9e-11), (1e-8, 6.6e-9), (1e-12, 2e-4)])
def test_the_error_at_each_step_is_as_small_as_it_should_be(h, error):
    found = abs(numerical_gradient(exp_sum, np.array([1.0]), h)[0] - math.e)
    assert 0.3 * error < found < 3 * error


def test_the_default_step_is_1e_5():
    x = np.array([1.0])
    assert numerical_gradient(exp_sum, x) == numerical_gradient(exp_sum, x, h=1e-5)


def test_rosenbrock_as_scipy_differentiates_it():
    x = np.random.default_rng(0).normal(size=7)
    np.testing.assert_allclose(numerical_gradient(rosen, x), rosen_der(x), rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("shape", [(), (1,), (3, 2), (2, 1, 3), (0,), (0, 3)])
def test_the_gradient_has_the_shape_of_x(shape):
    x = np.random.default_rng(1).normal(size=shape)
    gradient = numerical_gradient(lambda x: np.sum(x**3), x)
    assert gradient.shape == shape and gradient.dtype == np.float64
    np.testing.assert_allclose(gradient, 3 * x**2, rtol=1e-7, atol=1e-9)


def test_f_may_read_x_through_a_closure():
    x = np.array([[0.5, -1.5]])
    np.testing.assert_allclose(numerical_gradient(lambda _: np.sum(x**3), x), 3 * x**2, rtol=1e-8)


@pytest.mark.parametrize("fatal_call", range(1, 8))
def test_x_is_restored_bit_for_bit_also_when_f_raises(fatal_call):
    x = np.array([-0.0, 0.1, 1e300])
    before, calls = x.tobytes(), []

    def f(x):
        calls.append(1)
        if len(calls) == fatal_call:
            raise OSError
        return 0.0

    try:
        numerical_gradient(f, x)
    except OSError:
        assert fatal_call <= 6
    assert x.tobytes() == before and len(calls) == min(fatal_call, 6)


def test_a_function_that_writes_into_x_harms_neither_x_nor_the_result():
    x = np.array([1.0, 2.0, 3.0])

    def f(x):
        x *= x
        return x.sum()

    np.testing.assert_allclose(numerical_gradient(f, x), [2, 4, 6], rtol=1e-9)
    assert x.tolist() == [1, 2, 3]


def test_other_floats_are_copied_to_float64():
    x, seen = np.array([1.0, 2.0], dtype=np.float32), []
    gradient = numerical_gradient(lambda x: seen.append(x.dtype) or np.sum(x**2), x)
    np.testing.assert_allclose(gradient, [2, 4], rtol=1e-9)
    assert set(seen) == {np.dtype(np.float64)} and x.tolist() == [1, 2]


def test_an_array_that_cannot_be_written_is_copied():
    x = np.array([1.0, 2.0])
    x.flags.writeable = False
    np.testing.assert_allclose(numerical_gradient(lambda x: np.sum(x**2), x), [2, 4], rtol=1e-9)


@pytest.mark.parametrize("x", [np.array([1, 2]), [1, 2], np.array([True]), np.array([1j]), np.array(["1"])])
@pytest.mark.parametrize("check", [numerical_gradient, lambda f, x: compare_gradient(f, x, np.zeros(np.shape(x)))])
def test_x_without_floats_is_refused_with_advice(x, check):
    with pytest.raises(TypeError, match=r"x has dtype .*Pass x\.astype\(np\.float64\)"):
        check(lambda x: 0.0, x)


@pytest.mark.parametrize("form", [lambda x: x, lambda x: x[0], lambda x: x.reshape(1, 1), lambda x: np.float32(x[0])])
def test_one_number_may_come_in_any_shape_even_as_x_itself(form):
    assert numerical_gradient(form, np.array([3.0]), h=0.25) == pytest.approx([1])


@pytest.mark.parametrize(
    "value", [np.zeros(2), np.zeros(0), (1.0, np.zeros((2, 2))), None, "1.0", 1j, {}, [[1], [1, 2]], [1.0, 2.0]]
)
def test_f_that_returns_anything_else_is_refused(value):
    with pytest.raises(ValueError, match=r"f must return one number; it returned an? "):
        numerical_gradient(lambda x: value, np.array([3.0]))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, np.float64(np.inf)])
def test_no_number_beside_x_is_nan_and_never_passes(value):
    def f(x):
        return value if x[1] > 2 else x.sum()

    x = np.array([1.0, 2.0])
    gradient = numerical_gradient(f, x)
    assert gradient[0] == pytest.approx(1) and np.isnan(gradient[1])
    assert compare_gradient(f, x, [1.0, 1.0]).error == np.inf


@pytest.mark.parametrize(
    ("a", "b", "error"),
    [
        ([1.0, 2.0], [1.0, 2.5], 0.5 / 2.5),  # the largest difference over the largest number
        ([1.0, 2.5], [1.0, 2.0], 0.5 / 2.5),
        ([-4.0, 0.0], [-4.0, 1.0], 0.25),
        ([0.0, 7.0], [1e-20, 7.0], 1e-20 / 7),  # entry by entry this would be 100 %
        (0.0, 1e-20, 1e-12),  # numbers below 1e-8 count as 1e-8
        (3.0, 3.0, 0.0),
        ([], [], 0.0),
        ([1.0, np.nan], [1.0, 2.0], np.inf),
        ([1.0], [np.nan], np.inf),
        ([np.inf], [1.0], np.inf),
        ([np.inf], [np.inf], np.inf),
        ([1e308], [-1e308], np.inf),
        (np.uint8([1]), np.uint8([2]), 0.5),  # in uint8, 1 - 2 is 255
    ],
)
def test_relative_error(a, b, error):
    assert relative_error(a, b) == pytest.approx(error, rel=1e-12, abs=0)


@pytest.mark.parametrize(("one", "other"), [((1, 3), (3,)), ((3, 1), (3,)), ((), (1,)), ((2, 3), (3, 2))])
def test_shapes_come_first(one, other):
    with pytest.raises(ValueError, match="shapes differ"):
        relative_error(np.ones(one), np.ones(other))

    def f(x):
        raise AssertionError("f was called before the shapes were compared")

    with pytest.raises(ValueError, match="must be equal"):
        compare_gradient(f, np.ones(one), np.ones(other))
