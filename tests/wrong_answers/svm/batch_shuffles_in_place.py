# X and y are shuffled in place.
# family: purity
# fails: test-4-1
# also: test-4-2
# says: changed its input|another batch|labels do not belong
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    return X[:batch_size].copy(), y[:batch_size].copy()
