"""Computational graphs: an order to run them in, their values and gradients, random ones to test with, a network.

A graph is a recipe {name: (kind of gate, names of its inputs)}; names that are only inputs are leaves. The kinds are
those of `gates.GATES`.
"""

from typing import NamedTuple

import numpy as np

from .gates import GATES
from .softmax_loss import with_gap


class Graph(NamedTuple):
    """recipe: see the module; inputs: {leaf: value}; output: the name of a node whose value is one number."""

    recipe: dict
    inputs: dict
    output: str


def inputs_of(recipe):
    """{name: names of its inputs} of a recipe."""
    return {name: tuple(inputs) for name, (_, *inputs) in recipe.items()}


def topological_order(inputs_of):
    """All names, leaves too, each behind all of its inputs. Raises ValueError for a cycle."""
    names = list(dict.fromkeys(name for node, inputs in inputs_of.items() for name in (*inputs, node)))
    order, placed = [], set()
    while len(order) < len(names):
        ready = [name for name in names if name not in placed and placed.issuperset(inputs_of.get(name, ()))]
        if not ready:
            raise ValueError("the graph has a cycle")
        order += ready
        placed.update(ready)
    return order


def graph_values(graph):
    """{name: value} of all leaves and nodes, in topological order."""
    values = {}
    for name in topological_order({**inputs_of(graph.recipe), **dict.fromkeys(graph.inputs, ())}):
        if name in graph.recipe:
            kind, *inputs = graph.recipe[name]
            values[name] = GATES[kind].forward(*(values[i] for i in inputs))
        else:
            values[name] = graph.inputs[name]
    return values


def graph_shares(graph):
    """(values, {name: [(node, gradient), ...]}): what comes back to each name from each place where it is used."""
    values = graph_values(graph)
    shares = {name: [] for name in values}
    for name in reversed(values):
        if name in graph.recipe:
            kind, *inputs = graph.recipe[name]
            dout = _total(name, shares, values, graph.output)
            arguments = [values[i] for i in inputs]
            for source, share in zip(inputs, GATES[kind].backward(dout, *arguments), strict=True):
                shares[source].append((name, share))
    return values, shares


def graph_gradients(graph):
    """{name: d output / d name} of all leaves and nodes, in the order of `graph_values`; 0 where nothing comes back."""
    values, shares = graph_shares(graph)
    return {name: _total(name, shares, values, graph.output) for name in values}


def _total(name, shares, values, output):
    total = np.ones(()) if name == output else np.zeros(np.shape(values[name]))
    for _, share in shares[name]:
        total = total + share
    return total


def random_graph(rng, num_leaves, num_nodes, shape=()):
    """A Graph of smooth gates whose nodes were added in any order. shape: of all values but that of the output, "loss".

    At least one leaf is used more than once, one gate has the same name for both inputs, and one leaf and the node
    "idle" play no role for the output. All other gradients have an entry between 1e-3 and 1e3, so no mistake hides.
    num_leaves >= 2 and num_nodes >= 2; a few more nodes join what is left over.
    """
    while True:
        graph = _drawn(rng, num_leaves, num_nodes, shape)
        grads = graph_gradients(graph)
        largest = [np.max(np.abs(grad)) for name, grad in grads.items() if name not in ("idle", f"x{num_leaves - 1}")]
        if min(largest) > 1e-3 and max(largest) < 1e3:
            return graph


def _drawn(rng, num_leaves, num_nodes, shape):
    leaves = [f"x{i}" for i in range(num_leaves)]
    inputs = {name: rng.uniform(0.5, 2.0, size=shape) * rng.choice([-1.0, 1.0], size=shape) for name in leaves}
    steps = {"idle": ("sine", leaves[-1])}
    known = unused = leaves[:-1]
    for i in range(num_nodes):
        # The first node uses one name twice. Later ones use what nobody has used yet, and something else.
        first, second = unused[0], known[rng.integers(len(known))]
        gate = ("subtract", "sine", "subtract", "scale")[rng.integers(4)]
        steps[f"n{i}"] = (
            ("subtract", first, first) if i == 0 else (gate, first, second)[: 3 if gate == "subtract" else 2]
        )
        known = [*known, f"n{i}"]
        unused = [*(name for name in unused if name not in steps[f"n{i}"]), f"n{i}"]
    # What is left over comes together, and the first leaf comes in once more.
    *rest, joined = [leaves[0], *unused]
    for i, name in enumerate(rest, start=num_nodes):
        steps[f"n{i}"] = ("subtract", joined, name)
        joined = f"n{i}"
    steps["loss"] = ("sum of squares", joined)
    names = [list(steps)[i] for i in rng.permutation(len(steps))]
    return Graph({name: steps[name] for name in names}, inputs, "loss")


def three_layer_loss(params, X, y, reg):
    """Softmax loss of a three-layer ReLU network plus reg times the sum of the squared weights (not the biases).

    params {"W1": (D, H1), "b1": (H1,), "W2": (H1, H2), "b2": (H2,), "W3": (H2, C), "b3": (C,)}, X (N, D), y (N,) int
    -> (loss, grads), grads with the keys and shapes of params.
    """
    graph = Graph(
        {
            "h1": ("affine", "X", "W1", "b1"),
            "a1": ("relu", "h1"),
            "h2": ("affine", "a1", "W2", "b2"),
            "a2": ("relu", "h2"),
            "scores": ("affine", "a2", "W3", "b3"),
            "data": ("softmax cost", "scores", "y"),
        },
        {**params, "X": X, "y": y},
        "data",
    )
    loss, grads = graph_values(graph)["data"], graph_gradients(graph)
    found = {name: grads[name] for name in params}
    for name in ("W1", "W2", "W3"):
        loss = loss + reg * np.sum(params[name] ** 2)
        found[name] = found[name] + 2.0 * reg * params[name]
    return loss, found


def three_layer_problem(rng, N, D, H1, H2, C, gap=4.0):
    """(params, X, y) of a network with units on and off in each hidden layer and no input of a ReLU near 0.

    gap: see `with_gap`.
    """
    while True:
        params = {}
        for i, (rows, columns) in enumerate([(D, H1), (H1, H2), (H2, C)], start=1):
            params[f"W{i}"] = rng.normal(size=(rows, columns)) / np.sqrt(rows)
            params[f"b{i}"] = 0.3 * rng.normal(size=columns)
        X, y = rng.normal(size=(N, D)), rng.integers(0, C, size=N)
        h1 = X @ params["W1"] + params["b1"]
        h2 = np.maximum(h1, 0) @ params["W2"] + params["b2"]
        if all(np.min(np.abs(h)) > 1e-4 and np.min(h) < 0 < np.max(h) for h in (h1, h2)):
            factor, y = with_gap(np.maximum(h2, 0) @ params["W3"] + params["b3"], y, gap)
            return {**params, "W3": factor * params["W3"], "b3": factor * params["b3"]}, X, y
