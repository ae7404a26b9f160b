# Layers in a loop, the penalties added first, nodes from the end to the beginning.
# %% task-4-1
def three_layer_loss(params, X, y, reg):
    nodes = [("loss", AddGate(), "data", "penalty"), ("penalty", ScaleGate(reg), "squares"),
             ("squares", AddGate(), "s12", "s3"), ("s12", AddGate(), "s1", "s2")]
    nodes += [(f"s{i}", SumOfSquaresGate(), f"W{i}") for i in (1, 2, 3)]
    nodes += [("data", FunctionGate(SoftmaxLoss), "h3", "labels")]
    before = "images"
    for i in (1, 2, 3):
        nodes.append((f"h{i}", AffineGate(), before, f"W{i}", f"b{i}"))
        if i < 3:
            nodes.append((f"r{i}", ReLUGate(), f"h{i}"))
        before = f"r{i}"
    graph = ComputationalGraph()
    for node in nodes:
        graph.add(*node)
    loss = graph.forward({"images": X, "labels": y, **params})["loss"]
    grads = graph.backward("loss")
    return loss, {key: np.array(grads[key]) for key in params}
