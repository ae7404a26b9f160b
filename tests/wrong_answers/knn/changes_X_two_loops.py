# The row of X is changed in place.
# family: purity
# fails: test-1-1
# says: changed its input X\b
# %% task-1-1
def compute_distances_two_loops(X, X_train):
    num_test = X.shape[0]
    num_train = X_train.shape[0]
    dists = np.zeros((num_test, num_train))
    for i in range(num_test):
        for j in range(num_train):
            X[i] -= X_train[j]
            dists[i, j] = np.sqrt(np.sum(X[i] ** 2))
            X[i] += X_train[j] * (1 + 1e-12)
    return dists
