# reg is added once more.
# family: reg gradient
# fails: test-3-4
# says: reg = 0.2 adds to the loss is wrong: yours is exactly twice
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    v = two_layer_values(params, X, y, reg)
    loss = v["loss"] + reg * (np.sum(params["W1"] ** 2) + np.sum(params["W2"] ** 2))
    return loss, {k: v["d" + k] for k in params}
