# X is squared in place.
# family: purity
# fails: test-1-3
# also: test-3-2
# says: is wrong|changed its input X\b
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    X **= 2
    return np.sqrt(np.maximum(0, np.sum(X, axis=1)[:, None] + np.sum(X_train**2, axis=1) - 2 * np.sqrt(X) @ X_train.T))
