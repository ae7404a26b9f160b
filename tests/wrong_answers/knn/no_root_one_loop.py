# The root is forgotten.
# family: formula
# fails: test-1-2
# says: squares of the distances: take the root
# same: no_root
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    dists = np.zeros((X.shape[0], X_train.shape[0]))
    for i in range(X.shape[0]):
        dists[i] = np.sum((X_train - X[i]) ** 2, axis=1)
    return dists
