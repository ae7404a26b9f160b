# The test rows are always the last ones.
# family: training loop
# fails: test-3-1
# says: same rows for the test set
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    N = len(X)
    order = rng.permutation(N - num_test)
    val, train, test = order[:num_val], order[num_val:], np.arange(N - num_test, N)
    return X[train], y[train], X[val], y[val], X[test], y[test]
