# All differences in one array, and linalg.norm.
# family: not vectorised
# fails: test-1-3
# says: MB at its peak.*one product
# same: broadcast
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    return np.linalg.norm(X[:, np.newaxis] - X_train, axis=-1)
