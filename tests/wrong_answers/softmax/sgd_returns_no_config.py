# Only the weights are returned.
# family: optimiser state
# fails: test-4-1
# says: \(next_w, config\)|tuple
# %% task-4-1
def sgd(w, dw, config):
    next_w = w - config["learning_rate"] * dw
    return next_w
