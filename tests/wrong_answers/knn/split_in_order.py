# The first rows, whatever rng is.
# family: training loop
# fails: test-3-1
# says: whatever rng is
# same: rng ignored
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    val, test, train = np.split(np.arange(len(X)), [num_val, num_val + num_test])
    return X[train], y[train], X[val], y[val], X[test], y[test]
