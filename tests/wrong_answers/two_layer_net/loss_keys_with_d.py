# The grads are called dW1 and so on.
# family: indexing
# fails: test-3-4
# says: keys
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    v = two_layer_values(params, X, y, reg)
    return v["loss"], {"dW1": v["dW1"], "db1": v["db1"], "dW2": v["dW2"], "db2": v["db2"]}
