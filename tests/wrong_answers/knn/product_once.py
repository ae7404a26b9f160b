# The 2 is missing.
# family: formula
# fails: test-1-3
# also: test-3-2
# says: is wrong
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    return np.sqrt(np.maximum(0, np.sum(X**2, axis=1)[:, None] + np.sum(X_train**2, axis=1) - X @ X_train.T))
