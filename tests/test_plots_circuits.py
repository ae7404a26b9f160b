"""Pictures of circuits: every wire points right, nothing lies on anything else, and the numbers are the right ones."""

import matplotlib
import numpy as np
import pytest
from drawings import draw_twice

matplotlib.use("Agg")

from autograder import reference
from flatgrad import circuit, plots
from flatgrad.plots.layers import layered

pytestmark = pytest.mark.usefixtures("clean_drawing")
Node = circuit.Node


def neuron():
    made = circuit.Circuit()
    w0, x0, w1, x1, w2 = (made.input(name, value) for name, value in zip("abcde", (2, -1, -3, -2, -3), strict=True))
    1 / (1 + circuit.exp(-1 * (w0 * x0 + w1 * x1 + w2)))
    return made


def random_inputs_of(seed):
    """{name: inputs} of a random graph, leaves too."""
    graph = reference.random_graph(np.random.default_rng(seed), 2 + seed % 4, 2 + seed % 13)
    nodes = {leaf: () for leaf in graph.inputs if leaf != "x9"}
    return nodes | {name: tuple(inputs) for name, (_, *inputs) in graph.recipe.items()}


def drawn(seed):
    """Nodes of a random graph, with long labels here and there."""
    labels = ("+", "SumOfSquares", "max", "σ")
    inputs_of = random_inputs_of(seed)
    return [
        Node(name, labels[i % 4] if inputs else name, inputs, -1234.5678, 0.00012345)
        for i, (name, inputs) in enumerate(inputs_of.items())
    ]


DRAWINGS = {
    "a circuit": lambda: plots.circuit(neuron()),
    "a graph of random gates": lambda: plots.circuit(drawn(5)),
    "one input": lambda: plots.circuit([Node("x", "x", (), 3.0, 1.0)]),
    "four": lambda: plots.circuits({name: neuron() for name in "abcd"}),
    "three": lambda: plots.circuits({name: drawn(seed) for seed, name in enumerate("abc")}),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_one_figure_that_can_be_drawn_and_closed_and_drawn_again(name):
    draw_twice(DRAWINGS[name])


@pytest.mark.parametrize("seed", range(30))
def test_columns_and_rows(seed):
    inputs_of = random_inputs_of(seed)
    places, wires = layered(inputs_of)
    assert set(places) == set(inputs_of)
    # One wire for each use, from column to column without a gap, always to the right.
    uses = sorted((source, target) for target, inputs in inputs_of.items() for source in inputs)
    assert sorted((source, target) for source, target, _ in wires) == uses
    for source, target, points in wires:
        path = [places[source], *points, places[target]]
        assert [column for column, _ in path] == list(range(path[0][0], path[-1][0] + 1))
    # In each column, nodes and passing wires are 1 apart.
    points = [*places.values(), *(point for *_, passed in wires for point in passed)]
    for column in {column for column, _ in points}:
        rows = sorted(row for other, row in points if other == column)
        assert np.all(np.diff(rows) > 1 - 1e-9)
    assert min(row for _, row in points) == 0


def test_a_graph_that_cannot_be_laid_out():
    for graph in ({"a": ("b",), "b": ("a",)}, {"a": ("x",)}):
        with pytest.raises(ValueError, match="cycle"):
            layered(graph)


def test_a_chain_is_straight():
    chain = {"v0": (), **{f"v{i + 1}": (f"v{i}",) for i in range(8)}}
    assert {row for _, row in layered(chain)[0].values()} == {0}


@pytest.mark.parametrize("nodes", [neuron, *(lambda seed=seed: drawn(seed) for seed in range(12))])
def test_texts_do_not_touch(nodes):
    figure = plots.circuit(nodes())
    figure.canvas.draw()
    (ax,) = figure.axes
    boxes = [text.get_window_extent().shrunk(0.98, 0.9) for text in ax.texts if text.get_text()]
    for i, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[:i])
        assert figure.bbox.x0 <= box.x0 and box.x1 <= figure.bbox.x1
        assert figure.bbox.y0 <= box.y0 and box.y1 <= figure.bbox.y1


def test_values_stand_above_and_gradients_below():
    nodes = [Node("x", "x", (), 7.0, -6.123456), Node("f", "copy", ("x",), np.zeros((5, 3)), None)]
    (ax,) = plots.circuit(nodes, title="two").axes
    assert ax.get_title(loc="left") == "two"
    texts = {text.get_text(): text for text in ax.texts if text.get_text()}
    assert set(texts) == {"x", "7", "−6.123", "copy", "(5,3)"}
    figure = ax.figure
    figure.canvas.draw()
    x, value, gradient = (texts[name].get_window_extent() for name in ("x", "7", "−6.123"))
    assert gradient.y1 < (x.y0 + x.y1) / 2 < value.y0 and value.x0 > x.x1


def test_graphs_in_columns():
    figure = plots.circuits({name: neuron() for name in "abc"}, columns=2)
    assert [ax.get_title(loc="left") for ax in figure.axes] == ["a", "b", "c", ""]
    assert not any(ax.axison for ax in figure.axes)
