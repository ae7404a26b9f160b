"""The reference's graphs against graphlib, autograd and finite differences; the network against plain code."""

import graphlib

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import value_and_grad

from autograder import reference
from autograder.reference.gates import FACTOR
from autograder.reference.graphs import inputs_of
from flatgrad import gradcheck

pytestmark = pytest.mark.filterwarnings("error", "ignore:Output seems independent:UserWarning")
SIZES = [(2, 2, ()), (3, 5, ()), (4, 9, ()), (3, 6, (4,)), (4, 10, (2, 3)), (2, 20, ())]
AS_AUTOGRAD = {
    "subtract": lambda x, y: x - y,
    "sine": anp.sin,
    "scale": lambda x: FACTOR * x,
    "sum of squares": lambda x: anp.sum(x * x),
}


def drawn(seed, leaves, nodes, shape):
    return reference.random_graph(np.random.default_rng(seed), leaves, nodes, shape)


def run(graph, inputs, moved=None):
    """All values by autograd, with something added to that of one node."""
    values = dict(inputs)
    for name in graphlib.TopologicalSorter(inputs_of(graph.recipe)).static_order():
        if name in graph.recipe:
            kind, *sources = graph.recipe[name]
            values[name] = AS_AUTOGRAD[kind](*(values[source] for source in sources))
        if moved and moved[0] == name:
            values[name] = values[name] + moved[1]
    return values


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.parametrize(("leaves", "nodes", "shape"), SIZES)
def test_every_value_and_gradient_as_autograd_has_it(seed, leaves, nodes, shape):
    graph = drawn(seed, leaves, nodes, shape)
    values, grads = reference.graph_values(graph), reference.graph_gradients(graph)
    assert list(values) == list(grads) and set(values) == {*graph.inputs, *graph.recipe}
    plain = run(graph, graph.inputs)
    for name, value in values.items():
        np.testing.assert_allclose(value, plain[name], rtol=1e-13, atol=1e-14)
        _, right = value_and_grad(lambda d, name=name: run(graph, graph.inputs, (name, d))[graph.output])(
            np.zeros(np.shape(value))
        )
        np.testing.assert_allclose(grads[name], right, rtol=1e-10, atol=1e-12)
        assert np.shape(grads[name]) == np.shape(value)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("leaves", "nodes", "shape"), SIZES[1:4])
def test_leaves_by_differences(seed, leaves, nodes, shape):
    graph = drawn(seed, leaves, nodes, shape)
    grads = reference.graph_gradients(graph)
    for leaf, value in graph.inputs.items():

        def output(x, leaf=leaf):
            return reference.graph_values(graph._replace(inputs={**graph.inputs, leaf: x}))[graph.output]

        report = gradcheck.compare_gradient(output, np.array(value, dtype=float), np.asarray(grads[leaf]))
        assert report.error < 1e-7


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize(("leaves", "nodes", "shape"), SIZES)
def test_random_graphs_hide_no_mistake(seed, leaves, nodes, shape):
    graph = drawn(seed, leaves, nodes, shape)
    assert set(graph.inputs) == {f"x{i}" for i in range(leaves)} and len(graph.recipe) >= nodes + 2
    uses = [name for inputs in inputs_of(graph.recipe).values() for name in inputs]
    assert max(map(uses.count, uses)) > 1 and any(len(set(i)) < len(i) for i in inputs_of(graph.recipe).values())
    grads = reference.graph_gradients(graph)
    dead = {"idle", f"x{leaves - 1}"}
    assert all(not np.any(grads[name]) for name in dead)
    assert all(1e-3 < np.max(np.abs(grad)) < 1e3 for name, grad in grads.items() if name not in dead)
    assert np.ndim(reference.graph_values(graph)[graph.output]) == 0


def test_nodes_are_not_added_in_the_order_in_which_they_run():
    late = 0
    for seed in range(20):
        recipe = drawn(seed, 3, 6, ()).recipe
        place = {name: i for i, name in enumerate(recipe)}
        late += any(place.get(i, -1) > place[name] for name, (_, *inputs) in recipe.items() for i in inputs)
    assert late > 15


@pytest.mark.parametrize("seed", range(10))
def test_shares_sum_to_the_gradients(seed):
    graph = drawn(seed, 3, 8, (2,))
    values, shares = reference.graph_shares(graph)
    grads = reference.graph_gradients(graph)
    for name in values:
        users = [node for node, inputs in inputs_of(graph.recipe).items() for i in inputs if i == name]
        assert sorted(node for node, _ in shares[name]) == sorted(users)
        if users:
            np.testing.assert_allclose(sum(share for _, share in shares[name]), grads[name], atol=1e-14)


@pytest.mark.parametrize("seed", range(20))
def test_an_order(seed):
    rng = np.random.default_rng(seed)
    names = [f"v{i}" for i in rng.permutation(40)]
    nodes = {name: tuple(rng.choice(names[:i], size=2)) for i, name in enumerate(names) if i > 3}
    shuffled = {name: nodes[name] for name in rng.permutation(list(nodes))}
    order = reference.topological_order(shuffled)
    assert sorted(order) == sorted({*nodes, *(i for inputs in nodes.values() for i in inputs)})
    assert all(order.index(i) < order.index(name) for name, inputs in nodes.items() for i in inputs)
    # As graphlib has it: the two agree on which graphs have an order at all.
    first, last = next(iter(nodes)), list(nodes)[-1]
    nodes[first] = (*nodes[first], last)
    try:
        list(graphlib.TopologicalSorter(nodes).static_order())
    except graphlib.CycleError:
        with pytest.raises(ValueError, match="cycle"):
            reference.topological_order(nodes)
    else:
        reference.topological_order(nodes)


def test_no_order():
    for graph in ({"f": ("f",)}, {"a": ("b",), "b": ("a", "x")}, {"f": ("x",), "a": ("c",), "b": ("a",), "c": ("b",)}):
        with pytest.raises(ValueError, match="cycle"):
            reference.topological_order(graph)
    assert reference.topological_order({}) == []
    assert reference.topological_order({"f": ("x", "x"), "c": ()}) == ["x", "c", "f"]


@pytest.mark.parametrize(
    ("N", "D", "H1", "H2", "C"), [(1, 2, 3, 4, 2), (7, 5, 6, 4, 3), (5, 3, 4, 6, 7), (4, 4, 4, 4, 4)]
)
@pytest.mark.parametrize("reg", [0.0, 0.4])
def test_the_network_as_autograd_has_it(N, D, H1, H2, C, reg):
    params, X, y = reference.three_layer_problem(np.random.default_rng(N), N, D, H1, H2, C)

    def plain(params):
        a1 = anp.maximum(anp.dot(X, params["W1"]) + params["b1"], 0)
        a2 = anp.maximum(anp.dot(a1, params["W2"]) + params["b2"], 0)
        scores = anp.dot(a2, params["W3"]) + params["b3"]
        data = anp.mean(anp.log(anp.sum(anp.exp(scores), axis=1)) - scores[range(N), y])
        return data + reg * sum(anp.sum(params[f"W{i}"] ** 2) for i in (1, 2, 3))

    right_loss, right = value_and_grad(plain)(params)
    before = {name: array.copy() for name, array in params.items()}
    loss, grads = reference.three_layer_loss(params, X, y, reg)
    assert loss == pytest.approx(right_loss, rel=1e-12) and list(grads) == list(params)
    for name, array in params.items():
        np.testing.assert_allclose(grads[name], right[name], rtol=1e-10, atol=1e-13)
        assert (array == before[name]).all()


@pytest.mark.parametrize("seed", range(20))
def test_problems_have_units_on_and_off_and_none_at_a_kink(seed):
    params, X, y = reference.three_layer_problem(np.random.default_rng(seed), 6, 5, 4, 3, 2)
    h1 = X @ params["W1"] + params["b1"]
    h2 = np.maximum(h1, 0) @ params["W2"] + params["b2"]
    for h in (h1, h2):
        assert np.abs(h).min() > 1e-4 and h.min() < 0 < h.max()
    assert y.shape == (6,) and 0 <= y.min() <= y.max() < 2


@pytest.mark.parametrize(
    ("N", "D", "H1", "H2", "C"), [(1, 2, 3, 4, 2), (7, 5, 6, 4, 3), (5, 3, 4, 6, 7), (4, 4, 4, 4, 4)]
)
def test_a_small_number_in_the_log_is_not_seen_in_the_problems(N, D, H1, H2, C):
    rng = np.random.default_rng(0)
    for _ in range(200):
        params, X, y = reference.three_layer_problem(rng, N, D, H1, H2, C, gap=4.0)
        a2 = X
        for i in (1, 2):
            a2 = np.maximum(a2 @ params[f"W{i}"] + params[f"b{i}"], 0)
        probs = reference.softmax(a2 @ params["W3"] + params["b3"])[np.arange(N), y]
        loss, _ = reference.three_layer_loss(params, X, y, 0.0)
        assert loss > 4 / (2 * N) and np.min(probs) >= np.exp(-4.0) / C
        assert -np.mean(np.log(probs + 1e-8)) == pytest.approx(loss, rel=1e-6)
