# The squares of X stand in a row.
# family: axis and shape
# fails: test-1-3
# also: test-3-2
# says: ValueError|broadcast|shape
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    return np.sqrt(np.maximum(0, np.sum(X**2, axis=1) + np.sum(X_train**2, axis=1)[:, None] - 2 * X @ X_train.T))
