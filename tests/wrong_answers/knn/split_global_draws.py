# The global generator of numpy.
# family: training loop
# fails: test-3-1
# says: two splits for two equal generators
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    order = np.random.permutation(len(X))
    val, test, train = np.split(order, [num_val, num_val + num_test])
    return X[train], y[train], X[val], y[val], X[test], y[test]
