# Each row goes to a part by chance, so that sizes vary.
# family: training loop
# fails: test-3-1
# says: has shape
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    u = rng.uniform(size=len(X))
    a, b = num_val / len(X), (num_val + num_test) / len(X)
    val, test, train = u < a, (a <= u) & (u < b), u >= b
    return X[train], y[train], X[val], y[val], X[test], y[test]
