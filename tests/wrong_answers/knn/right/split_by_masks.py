# Masks made of a random order.
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    rank = np.argsort(rng.random(len(X)))
    val, test = rank < num_val, (rank >= num_val) & (rank < num_val + num_test)
    train = ~(val | test)
    return X[train], y[train], X[val], y[val], X[test], y[test]
