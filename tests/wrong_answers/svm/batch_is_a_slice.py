# A slice that starts at a random row.
# family: training loop
# fails: test-4-1
# also: test-4-2
# says: side by side|never drawn
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    start = rng.integers(len(X) - batch_size + 1)
    rows = np.arange(start, start + batch_size)
    return X[rows], y[rows]
