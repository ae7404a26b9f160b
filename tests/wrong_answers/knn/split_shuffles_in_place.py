# X and y are shuffled in place.
# family: purity
# fails: test-3-1
# says: changed its input X\b
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    order = rng.permutation(len(X))
    X[:] = X[order]
    y[:] = y[order]
    n, m = num_val, num_val + num_test
    return X[m:], y[m:], X[:n], y[:n], X[n:m], y[n:m]
