# Uphill.
# family: formula
# fails: test-4-1
# says: against the gradient|downhill
# %% task-4-1
def sgd(w, dw, config):
    next_w = w + config["learning_rate"] * dw
    return next_w, config
