# The return is missing.
# family: axis and shape
# fails: test-1-1
# says: missing
# %% task-1-1
def compute_distances_two_loops(X, X_train):
    dists = np.zeros((X.shape[0], X_train.shape[0]))
    for i in range(X.shape[0]):
        for j in range(X_train.shape[0]):
            dists[i, j] = np.sqrt(np.sum((X[i] - X_train[j]) ** 2))
