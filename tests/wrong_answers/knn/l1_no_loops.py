# L1 for L2, by broadcasting.
# family: formula
# fails: test-1-3
# says: L1 distances
# same: l1
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    return np.sum(np.abs(X[:, None] - X_train), axis=2)
