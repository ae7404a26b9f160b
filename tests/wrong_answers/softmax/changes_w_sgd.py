# The weights of the caller are changed.
# family: purity
# fails: test-4-1
# says: changed its input w\b
# same: changes_w
# %% task-4-1
def sgd(w, dw, config):
    w -= config["learning_rate"] * dw
    return w, config
