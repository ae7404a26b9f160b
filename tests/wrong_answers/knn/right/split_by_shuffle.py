# rng.shuffle of the row numbers; the training part in its old order.
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    rows = np.arange(len(y))
    rng.shuffle(rows)
    test, val = rows[:num_test], rows[num_test : num_test + num_val]
    train = np.sort(rows[num_test + num_val :])
    return X[train], y[train], X[val], y[val], X[test], y[test]
