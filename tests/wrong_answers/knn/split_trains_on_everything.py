# The training part holds all rows.
# family: leakage
# fails: test-3-1
# says: X_train .* has shape
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    order = rng.permutation(len(X))
    val, test, train = order[:num_val], order[num_val : num_val + num_test], order
    return X[train], y[train], X[val], y[val], X[test], y[test]
