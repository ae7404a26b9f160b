# Rows with two more features: one product does it all.
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    left = np.hstack([-2 * X, np.ones((len(X), 1)), np.sum(X**2, axis=1, keepdims=True)])
    right = np.hstack([X_train, np.sum(X_train**2, axis=1, keepdims=True), np.ones((len(X_train), 1))])
    squares = left @ right.T
    squares[squares < 0] = 0
    return np.sqrt(squares)
