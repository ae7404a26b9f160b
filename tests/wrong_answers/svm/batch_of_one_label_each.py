# Labels come back as a column.
# family: axis and shape
# fails: test-4-1
# also: test-4-2
# says: y_batch .*has shape
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rows = rng.choice(len(X), batch_size, replace=False)
    return X[rows], y[rows].reshape(-1, 1)
