# The root of each square, which is the absolute difference.
# family: formula
# fails: test-1-1
# says: L1 distances
# %% task-1-1
def compute_distances_two_loops(X, X_train):
    num_test = X.shape[0]
    num_train = X_train.shape[0]
    dists = np.zeros((num_test, num_train))
    for i in range(num_test):
        for j in range(num_train):
            dists[i, j] = np.sum(np.sqrt((X[i] - X_train[j]) ** 2))
    return dists
