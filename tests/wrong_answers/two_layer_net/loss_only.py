# The gradients are not returned.
# family: axis and shape
# fails: test-3-4
# says: must return the tuple
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    return two_layer_values(params, X, y, reg)["loss"]
