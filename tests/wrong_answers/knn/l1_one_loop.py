# L1 for L2.
# family: formula
# fails: test-1-2
# says: L1 distances
# same: l1
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    dists = np.zeros((X.shape[0], X_train.shape[0]))
    for i in range(X.shape[0]):
        dists[i] = np.abs(X_train - X[i]).sum(axis=1)
    return dists
