# reg is not passed on.
# family: reg gradient
# fails: test-3-4
# says: reg = 0.2 adds to the loss
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    v = two_layer_values(params, X, y, 0.0)
    return v["loss"], {k: v["d" + k] for k in params}
