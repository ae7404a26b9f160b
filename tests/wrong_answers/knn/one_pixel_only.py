# Only the first two features are looked at.
# family: indexing
# fails: test-1-1
# says: num_test, num_train and D
# %% task-1-1
def compute_distances_two_loops(X, X_train):
    num_test = X.shape[0]
    num_train = X_train.shape[0]
    dists = np.zeros((num_test, num_train))
    for i in range(num_test):
        for j in range(num_train):
            dists[i, j] = np.sqrt((X[i, 0] - X_train[j, 0]) ** 2 + (X[i, 1] - X_train[j, 1]) ** 2)
    return dists
