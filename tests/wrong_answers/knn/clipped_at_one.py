# Squares are kept above 1.
# family: stability
# fails: test-1-3
# also: test-3-2
# says: must be 0|is wrong
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    return np.sqrt(np.maximum(np.sum(X**2, axis=1)[:, None] + np.sum(X_train**2, axis=1) - 2 * X @ X_train.T, 1))
