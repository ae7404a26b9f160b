# Train rows first.
# family: axis and shape
# fails: test-1-1
# says: shape \(3, 2\); expected \(2, 3\)
# same: transposed
# %% task-1-1
def compute_distances_two_loops(X, X_train):
    num_test = X.shape[0]
    num_train = X_train.shape[0]
    dists = np.zeros((num_train, num_test))
    for i in range(num_test):
        for j in range(num_train):
            dists[j, i] = np.sqrt(np.sum((X[i] - X_train[j]) ** 2))
    return dists
