# Three pairs.
# family: axis and shape
# fails: test-3-1
# says: must return the tuple \(X_train, y_train
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    order = rng.permutation(len(X))
    val, test, train = np.split(order, [num_val, num_val + num_test])
    return (X[train], y[train]), (X[val], y[val]), (X[test], y[test])
