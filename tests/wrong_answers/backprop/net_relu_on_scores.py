# A ReLU behind the last layer too.
# family: consistent but wrong
# fails: test-4-1
# says: a ReLU behind the scores too
# %% task-4-1
def three_layer_loss(params, X, y, reg):
    """Loss and gradients of a three-layer network: params, X (N, D), y (N,) int, reg -> (loss, grads)."""
    graph = ComputationalGraph()
    graph.add("hidden_1", AffineGate(), "X", "W1", "b1")  # (N, H1)
    graph.add("active_1", ReLUGate(), "hidden_1")  # (N, H1)
    graph.add("hidden_2", AffineGate(), "active_1", "W2", "b2")  # (N, H2)
    graph.add("active_2", ReLUGate(), "hidden_2")  # (N, H2)
    graph.add("scores", AffineGate(), "active_2", "W3", "b3")  # (N, C)
    graph.add("active_3", ReLUGate(), "scores")
    graph.add("total_0", FunctionGate(SoftmaxLoss), "active_3", "y")
    for i in (1, 2, 3):
        graph.add(f"squares_{i}", SumOfSquaresGate(), f"W{i}")
        graph.add(f"penalty_{i}", ScaleGate(reg), f"squares_{i}")
        graph.add(f"total_{i}", AddGate(), f"total_{i - 1}", f"penalty_{i}")
    values = graph.forward({**params, "X": X, "y": y})
    grads = graph.backward("total_3")
    return values["total_3"], {name: grads[name] for name in params}
