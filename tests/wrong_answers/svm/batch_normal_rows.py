# Rows near the middle are drawn much more often.
# family: training loop
# fails: test-4-1
# also: test-4-2
# says: never drawn|more often
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rows = np.clip(np.rint(rng.normal(len(X) / 2, len(X) / 5, size=batch_size)).astype(int), 0, len(X) - 1)
    return X[rows], y[rows]
