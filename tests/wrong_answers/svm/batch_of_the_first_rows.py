# The batch is always the first rows.
# family: training loop
# fails: test-4-1
# also: test-4-2
# says: never drawn|same rows
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rows = np.arange(batch_size)
    return X[rows], y[rows]
