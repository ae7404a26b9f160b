# Validation, test and training.
# family: axis and shape
# fails: test-3-1
# says: has shape
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    order = rng.permutation(len(X))
    val, test, train = np.split(order, [num_val, num_val + num_test])
    return X[val], y[val], X[test], y[test], X[train], y[train]
