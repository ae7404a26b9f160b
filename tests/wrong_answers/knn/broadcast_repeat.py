# All pairs by repeat and tile.
# family: not vectorised
# fails: test-1-3
# says: MB at its peak.*one product
# same: broadcast
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    N, M = len(X), len(X_train)
    diffs = np.repeat(X, M, axis=0) - np.tile(X_train, (N, 1))
    return np.sqrt((diffs**2).sum(axis=1)).reshape(N, M)
