# The size of the gradient is ignored.
# family: formula
# fails: test-4-1
# says: first step of sgd|step 1 of sgd
# %% task-4-1
def sgd(w, dw, config):
    next_w = w - config["learning_rate"] * np.sign(dw)
    return next_w, config
