"""The reference activations against the lecture's numbers, SciPy, autograd and centred differences."""

import autograd.numpy as anp
import numpy as np
import pytest
import scipy.special
from autograd import elementwise_grad, grad

from autograder import reference
from autograder.reference import activations
from flatgrad import gradcheck

pytestmark = pytest.mark.filterwarnings("error")
NAMES = list(activations.ACTIVATIONS)
SHAPES = [(1,), (7,), (4, 3), (3, 3), (2, 3, 4)]
X = np.array([-2, -0.5, 0, 0.5, 2])
LECTURE = {
    "sigmoid": [0.1192029220, 0.3775406688, 0.5, 0.6224593312, 0.8807970780],
    "tanh": [-0.9640275801, -0.4621171573, 0, 0.4621171573, 0.9640275801],
    "relu": [0, 0, 0, 0.5, 2],
    "leaky_relu": [-0.2, -0.05, 0, 0.5, 2],
    "elu": [-0.8646647168, -0.3934693403, 0, 0.5, 2],
}
SLOPES = {
    "sigmoid": [0.1049935854, 0.2350037122, 0.25, 0.2350037122, 0.1049935854],
    "tanh": [0.0706508249, 0.7864477330, 1, 0.7864477330, 0.0706508249],
    "elu": [0.1353352832, 0.6065306597, 1, 1, 1],
}
# The same functions as other libraries have them, or from others of their functions.
OTHERS = {
    "sigmoid": scipy.special.expit,
    "tanh": lambda x: 2 * scipy.special.expit(2 * x) - 1,
    "relu": lambda x: (x + abs(x)) / 2,
    "leaky_relu": lambda x: x - 0.9 * np.minimum(x, 0),
    "elu": lambda x: np.maximum(x, 0) + scipy.special.expm1(np.minimum(x, 0)),
}
DIFFERENTIABLE = {
    "sigmoid": lambda x: 1 / (1 + anp.exp(-x)),
    "tanh": anp.tanh,
    "relu": lambda x: anp.maximum(x, 0),
    "leaky_relu": lambda x: anp.maximum(0.1 * x, x),
    "elu": lambda x: anp.where(x > 0, x, anp.exp(x) - 1),
}


@pytest.mark.parametrize("name", NAMES)
def test_the_lectures_numbers(name):
    np.testing.assert_allclose(reference.activate(name, X), LECTURE[name], atol=1e-10)
    if name in SLOPES:
        np.testing.assert_allclose(reference.activate_backward(name, np.ones(5), X), SLOPES[name], atol=1e-10)


def test_the_lectures_relu_and_its_upstream():
    x, dout = np.array([1.0, -2.0, 3.0, -1.0]), np.array([4.0, -1.0, 5.0, 9.0])
    assert reference.activate("relu", x).tolist() == [1, 0, 3, 0]
    assert reference.activate_backward("relu", dout, x).tolist() == [4, 0, 5, 0]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", [1e-3, 2.0, 30.0])
def test_values_and_slopes_as_other_libraries_have_them(name, shape, size):
    rng = np.random.default_rng(len(shape))
    x, dout = reference.activation_input(rng, *shape, size=size), rng.normal(size=shape)
    before = x.copy(), dout.copy()
    np.testing.assert_allclose(reference.activate(name, x), OTHERS[name](x), rtol=1e-13, atol=1e-15)
    dx = reference.activate_backward(name, dout, x)
    np.testing.assert_allclose(dx, dout * elementwise_grad(DIFFERENTIABLE[name])(x), rtol=1e-9, atol=1e-15)
    if size < 10:  # beyond, slopes are too small for differences
        report = gradcheck.compare_gradient(lambda x: np.sum(dout * reference.activate(name, x)), x, dx)
        assert report.error < 1e-8 and report.skipped == 0
    assert all((a == b).all() for a, b in zip((x, dout), before, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_numbers_of_any_size(name):
    x = np.array([-1e300, -1e4, -1000.0, 1000.0, 1e4, 1e300])
    low = {"sigmoid": 0, "tanh": -1, "relu": 0, "elu": -1}
    out, dx = reference.activate(name, x), reference.activate_backward(name, np.ones(6), x)
    flat_above = name in ("sigmoid", "tanh")
    assert out[3:].tolist() == ([1, 1, 1] if flat_above else x[3:].tolist())
    assert out[:3].tolist() == ([low[name]] * 3 if name in low else (0.1 * x[:3]).tolist())
    assert dx.tolist() == [0.1 if name == "leaky_relu" else 0] * 3 + [0 if flat_above else 1] * 3


@pytest.mark.parametrize(("N", "H"), [(1, 1), (4, 3), (3, 4), (1, 5), (6, 6)])
@pytest.mark.parametrize("seed", range(10))
def test_maxout(N, H, seed):
    rng = np.random.default_rng(seed)
    x, dout = reference.maxout_input(rng, N, H), rng.normal(size=(N, H))
    assert x.shape == (N, 2 * H) and np.abs(x[:, :H] - x[:, H:]).min() > 0.09
    first = x[:, :H] > x[:, H:]
    assert N * H == 1 or (first.any() and not first.all())
    np.testing.assert_array_equal(reference.activate("maxout", x), x.reshape(N, 2, H).max(axis=1))

    def loss(x):
        return anp.sum(dout * anp.maximum(x[:, :H], x[:, H:]))

    np.testing.assert_allclose(reference.activate_backward("maxout", dout, x), grad(loss)(x), rtol=1e-14)


@pytest.mark.parametrize("seed", range(20))
def test_inputs_are_away_from_kinks(seed):
    x = reference.activation_input(np.random.default_rng(seed), 4, 5, size=3.0)
    assert x.shape == (4, 5) and 0.1 <= np.abs(x).min() <= np.abs(x).max() <= 3.1
    assert (x > 0).any() and (x < 0).any()


@pytest.mark.parametrize("name", [*NAMES, "maxout"])
@pytest.mark.parametrize("seed", range(5))
def test_a_mistake_is_a_mistake_and_has_the_right_shape(name, seed):
    rng = np.random.default_rng(seed)
    x = reference.maxout_input(rng, 4, 3) if name == "maxout" else reference.activation_input(rng, 4, 6)
    out = reference.activate(name, x)
    dout = rng.normal(size=out.shape)
    for right, mistakes in (
        (out, reference.forward_mistakes(name, x)),
        (reference.activate_backward(name, dout, x), reference.backward_mistakes(name, dout, x)),
    ):
        assert mistakes
        for sentence, wrong in mistakes.items():
            assert wrong.shape == right.shape and np.isfinite(wrong).all(), sentence
            assert gradcheck.relative_error(wrong, right) > 1e-3, sentence
