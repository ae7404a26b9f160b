# The given generator shuffles the given arrays, each by itself.
# family: purity
# fails: test-3-1
# says: labels .* do not belong
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    rng.shuffle(X)
    rng.shuffle(y)
    n, m = num_val, num_val + num_test
    return X[m:], y[m:], X[:n], y[:n], X[n:m], y[n:m]
