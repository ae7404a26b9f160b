# Train rows first.
# family: axis and shape
# fails: test-1-2
# says: shape \(3, 2\); expected \(2, 3\)
# same: transposed
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    dists = np.zeros((X_train.shape[0], X.shape[0]))
    for i in range(X.shape[0]):
        dists[:, i] = np.sqrt(np.sum((X_train - X[i]) ** 2, axis=1))
    return dists
