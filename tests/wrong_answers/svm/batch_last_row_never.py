# rng.integers leaves its upper end out, and it is one too small.
# family: indexing
# fails: test-4-1
# also: test-4-2
# says: never drawn
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rows = rng.integers(0, len(X) - 1, size=batch_size)
    return X[rows], y[rows]
