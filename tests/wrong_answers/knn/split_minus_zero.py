# a[-0:] is everything.
# family: indexing
# fails: test-3-1
# says: num_test = 0
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    order = rng.permutation(len(X))
    test, rest = order[-num_test:], order[:-num_test]
    val, train = rest[:num_val], rest[num_val:]
    return X[train], y[train], X[val], y[val], X[test], y[test]
