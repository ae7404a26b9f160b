# A generator of its own, always with the same seed.
# family: training loop
# fails: test-4-1
# also: test-4-2
# says: every batch holds the same rows
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rng = np.random.default_rng(0)
    rows = rng.choice(len(X), batch_size, replace=False)
    return X[rows], y[rows]
