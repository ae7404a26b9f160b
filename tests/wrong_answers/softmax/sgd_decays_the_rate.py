# The rate in the config shrinks with every step.
# family: optimiser state
# fails: test-4-1
# says: learning_rate|step 2
# %% task-4-1
def sgd(w, dw, config):
    next_w = w - config["learning_rate"] * dw
    config["learning_rate"] *= 0.99
    return next_w, config
