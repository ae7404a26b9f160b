# A tuple of gradients.
# family: types
# fails: test-3-4
# says: must be a dict
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    v = two_layer_values(params, X, y, reg)
    return v["loss"], (v["dW1"], v["db1"], v["dW2"], v["db2"])
