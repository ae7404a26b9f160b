# All differences in one array.
# family: not vectorised
# fails: test-1-3
# says: MB at its peak.*one product
# same: broadcast
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    return np.sqrt(np.sum((X[:, None, :] - X_train[None, :, :]) ** 2, axis=2))
