# One loop over the rows of X is left.
# family: not vectorised
# fails: test-1-3
# says: loops in Python.*num_test = 8
# same: loop over rows
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    dists = np.zeros((len(X), len(X_train)))
    for i in range(len(X)):
        dists[i] = np.sqrt(np.sum((X_train - X[i]) ** 2, axis=1))
    return dists
