# The gradients are summed up over the calls.
# family: purity
# fails: test-3-4
# says: another answer
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    v = two_layer_values(params, X, y, reg)
    store = two_layer_loss.__dict__
    grads = {k: store.get((k, X.shape), 0.0) + v["d" + k] for k in params}
    for k in params:
        store[k, X.shape] = grads[k]
    return v["loss"], grads
