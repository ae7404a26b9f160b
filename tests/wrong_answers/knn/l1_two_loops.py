# L1 for L2.
# family: formula
# fails: test-1-1
# says: L1 distances
# same: l1
# %% task-1-1
def compute_distances_two_loops(X, X_train):
    num_test = X.shape[0]
    num_train = X_train.shape[0]
    dists = np.zeros((num_test, num_train))
    for i in range(num_test):
        for j in range(num_train):
            dists[i, j] = np.sum(np.abs(X[i] - X_train[j]))
    return dists
