# Only the weights have gradients.
# family: indexing
# fails: test-3-4
# says: keys
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    v = two_layer_values(params, X, y, reg)
    return v["loss"], {"W1": v["dW1"], "W2": v["dW2"]}
