# np.vectorize over all pairs.
# family: not vectorised
# fails: test-1-3
# says: loops in Python
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    pair = np.vectorize(lambda i, j: np.sqrt(np.sum((X[i] - X_train[j]) ** 2)))
    return pair(np.arange(len(X))[:, None], np.arange(len(X_train)))
