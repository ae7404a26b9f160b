# A loop over the rows of X_train is left.
# family: not vectorised
# fails: test-1-3
# says: loops in Python.*num_train = 8
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    columns = [np.sqrt(np.sum((X - t) ** 2, axis=1)) for t in X_train]
    return np.stack(columns, axis=1)
