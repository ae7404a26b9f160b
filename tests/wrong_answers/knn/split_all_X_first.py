# The three X first, then the three y.
# family: axis and shape
# fails: test-3-1
# says: has shape|X_train|must hold
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    order = rng.permutation(len(X))
    val, test, train = np.split(order, [num_val, num_val + num_test])
    return X[train], X[val], X[test], y[train], y[val], y[test]
