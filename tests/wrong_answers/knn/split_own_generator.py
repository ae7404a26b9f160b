# A generator of its own with a fixed seed.
# family: training loop
# fails: test-3-1
# says: whatever rng is
# same: rng ignored
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    order = np.random.default_rng(0).permutation(len(X))
    val, test, train = np.split(order, [num_val, num_val + num_test])
    return X[train], y[train], X[val], y[val], X[test], y[test]
