# One row more than asked for.
# family: indexing
# fails: test-4-1
# also: test-4-2
# says: X_batch .*has shape
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rows = rng.choice(len(X), batch_size + 1)
    return X[rows], y[rows]
