# nan becomes 0.
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(np.sqrt(np.sum(X**2, axis=1)[:, None] + np.sum(X_train**2, axis=1) - 2 * X @ X_train.T))
