# A small number under the root for safety.
# family: stability
# fails: test-1-3
# says: add nothing under the root
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    return np.sqrt(np.maximum(np.sum(X**2, axis=1)[:, None] + np.sum(X_train**2, axis=1) - 2 * X @ X_train.T, 0) + 1e-6)
