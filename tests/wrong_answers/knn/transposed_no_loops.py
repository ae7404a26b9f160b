# Train rows first.
# family: axis and shape
# fails: test-1-3
# also: test-3-2
# says: shape \(3, 2\); expected \(2, 3\)
# same: transposed
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    squares = np.sum(X_train**2, axis=1, keepdims=True) + np.sum(X**2, axis=1) - 2 * X_train @ X.T
    return np.sqrt(np.maximum(squares, 0))
