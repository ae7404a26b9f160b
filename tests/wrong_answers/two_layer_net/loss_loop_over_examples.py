# One example after the other.
# family: not vectorised
# fails: test-3-4
# says: loops in Python
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    loss, grads = 0.0, {k: 0.0 for k in params}
    for i in range(len(X)):
        v = two_layer_values(params, X[i : i + 1], y[i : i + 1], reg)
        loss += v["loss"] / len(X)
        for k in params:
            grads[k] = grads[k] + v["d" + k] / len(X)
    return loss, grads
