# The front of a permutation.
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rows = rng.permutation(len(y))[:batch_size]
    return X[rows], y[rows]
