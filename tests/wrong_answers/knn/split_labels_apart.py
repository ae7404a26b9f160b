# X and y are drawn apart.
# family: training loop
# fails: test-3-1
# says: labels .* do not belong
# same: labels apart
# %% task-3-1
def split_train_val_test(X, y, num_val, num_test, rng):
    a, b = rng.permutation(len(X)), rng.permutation(len(X))
    n, m = num_val, num_val + num_test
    return X[a[m:]], y[b[m:]], X[a[:n]], y[b[:n]], X[a[n:m]], y[b[n:m]]
