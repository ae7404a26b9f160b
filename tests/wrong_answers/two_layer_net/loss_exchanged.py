# W1 and W2 exchanged.
# family: indexing
# fails: test-3-4
# says: has shape
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    v = two_layer_values(params, X, y, reg)
    return v["loss"], {"W1": v["dW2"], "b1": v["db2"], "W2": v["dW1"], "b2": v["db1"]}
