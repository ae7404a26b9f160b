# Choice without replacement, twice.
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    rows = np.arange(len(y))
    held = rng.choice(rows, size=num_val + num_test, replace=False)
    train = np.setdiff1d(rows, held)
    test = rng.choice(held, size=num_test, replace=False)
    val = np.setdiff1d(held, test)
    return X[train], y[train], X[val], y[val], X[test], y[test]
