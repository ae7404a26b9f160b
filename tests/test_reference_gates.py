"""The reference's gates against autograd and finite differences, and its circuits against the lecture's numbers."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import elementwise_grad, grad, jacobian
from scipy.special import expit, log_softmax

from autograder import reference
from autograder.reference.gates import FACTOR
from flatgrad import flat, gradcheck

pytestmark = pytest.mark.filterwarnings("error")
GATES = reference.GATES
SHAPES = [(), (1,), (5,), (3, 4), (2, 3, 2)]
ELEMENTWISE = {
    "add": (2, lambda x, y: x + y),
    "subtract": (2, lambda x, y: x - y),
    "multiply": (2, lambda x, y: x * y),
    "max": (2, anp.maximum),
    "scale": (1, lambda x: FACTOR * x),
    "sine": (1, anp.sin),
    "relu": (1, lambda x: anp.maximum(x, 0.0)),
}


def problem(seed, *shapes):
    rng = np.random.default_rng(seed)
    return [rng.normal(size=shape) for shape in shapes]


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("shape", SHAPES)
def test_gates_of_entries_as_autograd_has_them(name, shape):
    count, function = ELEMENTWISE[name]
    dout, *inputs = problem(len(shape), *[shape] * (1 + count))
    gate = GATES[name]
    np.testing.assert_allclose(gate.forward(*inputs), function(*inputs), rtol=1e-14)
    found = gate.backward(dout, *inputs)
    assert len(found) == count
    for place, mine in enumerate(found):
        slope = elementwise_grad(function, place)(*inputs)
        np.testing.assert_allclose(mine, dout * slope, rtol=1e-14, atol=1e-15)
        assert np.shape(mine) == shape


@pytest.mark.parametrize(("N", "D", "M"), [(1, 1, 1), (5, 4, 3), (1, 3, 2), (4, 4, 4), (3, 1, 6), (2, 7, 1)])
def test_products_as_autograd_has_them(N, D, M):
    dout, x, w, b = problem(N, (N, M), (N, D), (D, M), (M,))
    for name, inputs, function in (
        ("matmul", (x, w), lambda x, w: anp.sum(dout * anp.dot(x, w))),
        ("affine", (x, w, b), lambda x, w, b: anp.sum(dout * (anp.dot(x, w) + b))),
    ):
        assert np.sum(dout * GATES[name].forward(*inputs)) == pytest.approx(function(*inputs), rel=1e-12)
        for place, mine in enumerate(GATES[name].backward(dout, *inputs)):
            np.testing.assert_allclose(mine, grad(function, place)(*inputs), rtol=1e-12, atol=1e-14)
            assert mine.shape == inputs[place].shape


def test_the_lectures_product():
    x, w = np.array([[2, 1, -3], [-3, 4, 2]]), np.array([[3, 2, 1, -1], [2, 1, 3, 2], [3, 2, 1, -2]])
    dy = np.array([[2, 3, -3, 9], [-8, 1, 4, 6]])
    assert GATES["matmul"].forward(x, w).tolist() == [[-1, -1, 2, 6], [5, 2, 11, 7]]
    dx, dw = GATES["matmul"].backward(dy, x, w)
    assert dx.tolist() == [[0, 16, -9], [-24, 9, -30]]
    assert dw.tolist() == [[28, 3, -18, 0], [-30, 7, 13, 33], [-22, -7, 17, -15]]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_sum_of_squares(shape):
    (x,) = problem(3, shape)
    gate = GATES["sum of squares"]
    assert gate.forward(x) == pytest.approx(np.linalg.norm(x) ** 2)
    np.testing.assert_allclose(gate.backward(3.0, x)[0], 6 * x)


@pytest.mark.parametrize(("N", "C"), [(1, 2), (7, 4), (4, 4), (5, 6)])
@pytest.mark.parametrize("scale", [0.1, 1.0, 300.0])
def test_the_softmax_cost_as_scipy_and_autograd_have_it(N, C, scale):
    (scores,), labels = problem(N, (N, C)), np.random.default_rng(N).integers(0, C, size=N)
    scores *= scale
    gate = GATES["softmax cost"]
    assert gate.forward(scores, labels) == pytest.approx(-np.mean(log_softmax(scores, axis=1)[range(N), labels]))

    def cost(scores):
        shifted = scores - anp.max(scores, axis=1, keepdims=True)
        return -anp.mean((shifted - anp.log(anp.sum(anp.exp(shifted), axis=1, keepdims=True)))[range(N), labels])

    dscores, dlabels = gate.backward(-2.0, scores, labels)
    np.testing.assert_allclose(dscores, -2.0 * grad(cost)(scores), rtol=1e-10, atol=1e-14)
    assert dlabels.tolist() == [0.0] * N


def test_the_lectures_numbers_of_single_gates():
    assert GATES["add"].backward(2, 3, 4) == (2, 2)
    assert GATES["multiply"].backward(5, 2, 3) == (15, 10)
    assert GATES["max"].backward(9, 4, 5) == (0, 9)
    x, dout = np.array([1.0, -2.0, 3.0, -1.0]), np.array([4.0, -1.0, 5.0, 9.0])
    assert GATES["relu"].forward(x).tolist() == [1, 0, 3, 0]
    assert GATES["relu"].backward(dout, x)[0].tolist() == [4, 0, 5, 0]


@pytest.mark.parametrize("n", [1, 2, 7])
def test_the_jacobian_of_a_relu(n):
    (x,) = problem(n, (n,))
    J = reference.relu_jacobian(x)
    np.testing.assert_array_equal(J, jacobian(lambda x: anp.maximum(x, 0.0))(x))
    np.testing.assert_allclose(GATES["relu"].backward(2 * x, x)[0], 2 * x @ J)


def test_the_lectures_circuits():
    values, grads = reference.product_circuit(3.0, -4.0, 2.0, -1.0)
    assert values == {"product": -12, "larger": 2, "total": -10, "f": -20}
    assert grads == {"x": -8, "y": 6, "z": 2, "w": 0, "product": 2, "larger": 2, "total": 2, "f": 1}
    values, grads = reference.ratio_circuit(3.0, -4.0)
    assert values["f"] == pytest.approx(1.5456448841066441, rel=1e-14)
    assert grads["x"] == pytest.approx(2.0595697955721652, rel=1e-14)
    assert grads["y"] == pytest.approx(1.5922327514838093, rel=1e-14)
    shares = reference.ratio_shares(3.0, -4.0)
    # What is left when each share replaces the one before.
    assert shares["x"]["top"] == pytest.approx(0.51214444884) and shares["y"]["sig_y"] == pytest.approx(0.00904585694)


@pytest.mark.parametrize("seed", range(20))
def test_circuits_as_autograd_and_differences_have_them(seed):
    x, y, z, w = np.random.default_rng(seed).uniform(-2, 2, size=4)
    values, grads = reference.product_circuit(x, y, z, w)
    right = [grad(lambda x, y, z, w: 2 * (x * y + anp.maximum(z, w)), i)(x, y, z, w) for i in range(4)]
    np.testing.assert_allclose([grads[name] for name in "xyzw"], right)
    assert values["f"] == pytest.approx(2 * (x * y + max(z, w)))
    values, grads = reference.ratio_circuit(x, y)

    def ratio(point):
        return (point[0] + expit(point[1])) / (expit(point[0]) + (point[0] + point[1]) ** 2)

    assert values["f"] == pytest.approx(ratio((x, y)))
    point, both = np.array([x, y]), np.array([grads["x"], grads["y"]])
    assert gradcheck.compare_gradient(ratio, point, both).error < 1e-7
    # The inner ones, by moving one of them alone.
    behind = {
        "sig_y": lambda d: (x + values["sig_y"] + d) / values["bottom"],
        "top": lambda d: (values["top"] + d) / values["bottom"],
        "sig_x": lambda d: values["top"] / (values["bottom"] + d),
        "total": lambda d: values["top"] / (values["sig_x"] + (values["total"] + d) ** 2),
        "square": lambda d: values["top"] / (values["bottom"] + d),
        "bottom": lambda d: values["top"] / (values["bottom"] + d),
        "f": lambda d: values["f"] + d,
    }
    assert list(grads) == ["x", "y", *behind] and list(values) == list(behind)
    for name, function in behind.items():
        assert grads[name] == pytest.approx(grad(function)(0.0), rel=1e-10)
    for name, shares in reference.ratio_shares(x, y).items():
        assert sum(shares.values()) == pytest.approx(grads[name])


def test_the_lectures_flat_code_is_made_of_these_gates():
    values, grads = flat.sum_times(-2.0, 5.0, -4.0)
    dq, dz = GATES["multiply"].backward(1.0, values["q"], -4.0)
    assert (grads["q"], grads["z"]) == (dq, dz) and (grads["x"], grads["y"]) == GATES["add"].backward(dq, -2.0, 5.0)
