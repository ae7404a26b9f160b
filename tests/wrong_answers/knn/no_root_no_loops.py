# The root is forgotten.
# family: formula
# fails: test-1-3
# says: squares of the distances: take the root
# same: no_root
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    return np.maximum(0, np.sum(X**2, axis=1)[:, None] + np.sum(X_train**2, axis=1) - 2 * X @ X_train.T)
