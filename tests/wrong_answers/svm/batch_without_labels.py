# Only X is returned.
# family: axis and shape
# fails: test-4-1
# also: test-4-2
# says: must return the tuple
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rows = rng.choice(len(X), batch_size, replace=False)
    return X[rows]
