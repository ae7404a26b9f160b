"""The recorder of circuits has the right values and, by trying, the right gradients."""

import math

import numpy as np
import pytest

from autograder import reference
from flatgrad import circuit, flat

pytestmark = pytest.mark.filterwarnings("error")


def inputs(**numbers):
    """A Circuit and a wire for each number."""
    made = circuit.Circuit()
    return made, *(made.input(name, value) for name, value in numbers.items())


def gradients(nodes):
    return {node.label: node.gradient for node in nodes if not node.inputs}


def test_the_lectures_first_example():
    made, x, y, z = inputs(x=-2, y=5, z=-4)
    f = (x + y) * z
    assert f.value == -12
    nodes = made.nodes()
    assert [node.label for node in nodes] == ["x", "y", "z", "+", "×"]
    assert [node.value for node in nodes] == [-2, 5, -4, 3, -12]
    assert [node.gradient for node in nodes] == pytest.approx([-4, -4, 3, -4, 1], abs=1e-8)
    assert [node.inputs for node in nodes] == [(), (), (), ("0", "1"), ("3", "2")]


def test_the_neuron_gate_by_gate_and_as_one():
    numbers = {"w0": 2.0, "x0": -1.0, "w1": -3.0, "x1": -2.0, "w2": -3.0}
    _, right = flat.sigmoid_neuron(**numbers)
    for end in (lambda s: 1 / (1 + circuit.exp(-1 * s)), lambda s: 1 / (1 + circuit.exp(-s)), circuit.sigmoid):
        made, w0, x0, w1, x1, w2 = inputs(**numbers)
        assert end(w0 * x0 + w1 * x1 + w2).value == pytest.approx(1 / (1 + math.exp(-1)))
        found = gradients(made.nodes())
        assert found == pytest.approx({name: right[name] for name in numbers}, abs=1e-7)


@pytest.mark.parametrize("seed", range(10))
def test_circuits_with_forks_and_max_as_the_reference_has_them(seed):
    x0, y0, z0, w0 = (float(n) for n in np.random.default_rng(seed).uniform(-2, 2, size=4))
    made, x, y, z, w = inputs(x=x0, y=y0, z=z0, w=w0)
    f = 2 * (x * y + circuit.maximum(z, w))
    values, right = reference.product_circuit(x0, y0, z0, w0)
    assert f.value == pytest.approx(values["f"])
    assert gradients(made.nodes()) == pytest.approx({name: right[name] for name in "xyzw"}, abs=1e-6)
    made, x, y = inputs(x=x0, y=y0)
    f = (x + circuit.sigmoid(y)) / (circuit.sigmoid(x) + (x + y) ** 2)
    values, right = reference.ratio_circuit(x0, y0)
    assert f.value == pytest.approx(values["f"])
    assert gradients(made.nodes()) == pytest.approx({name: right[name] for name in "xy"}, rel=1e-6, abs=1e-6)
    # Every inner node too, by its value.
    inner = {round(values[name], 9): right[name] for name in values}
    for node in made.nodes()[2:]:
        assert node.gradient == pytest.approx(inner[round(node.value, 9)], rel=1e-6, abs=1e-6)


def test_difference_and_upstream():
    made, x, y = inputs(x=3.0, y=4.0)
    x - y
    assert [node.gradient for node in made.nodes(upstream=5.0)] == pytest.approx([5, -5, 5])


def test_only_wires_of_one_circuit_join():
    _, x = inputs(x=1.0)
    _, other = inputs(x=1.0)
    for wrong in (lambda: x + other, lambda: x * 2, lambda: x / 2.0, lambda: circuit.maximum(x, 0)):
        with pytest.raises(TypeError, match="one circuit"):
            wrong()


def test_a_graph_of_gates_for_a_picture():
    class AddGate:
        pass

    recipe = {"f": (AddGate(), "q", "z"), "q": (AddGate(), "x", "x")}
    values = {"x": 1.0, "z": np.zeros(2), "q": 2.0, "f": np.ones(2)}
    nodes = circuit.drawn(recipe, values, {"x": 3.0, "q": 4.0}, labels={"q": "sum"})
    assert [(node.name, node.label, node.inputs) for node in nodes] == [
        ("x", "x", ()),
        ("z", "z", ()),
        ("f", "Add", ("q", "z")),
        ("q", "sum", ("x", "x")),
    ]
    assert [node.gradient for node in nodes] == [3.0, None, None, 4.0]
