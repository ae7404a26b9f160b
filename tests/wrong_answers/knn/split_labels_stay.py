# Only X is shuffled.
# family: training loop
# fails: test-3-1
# says: labels .* do not belong
# same: labels apart
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    X = rng.permutation(X)
    n, m = num_val, num_val + num_test
    return X[m:], y[m:], X[:n], y[:n], X[n:m], y[n:m]
