# A comprehension over the rows of X.
# family: not vectorised
# fails: test-1-3
# says: loops in Python.*num_test = 8
# same: loop over rows
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    return np.array([np.sqrt(np.sum((X_train - x) ** 2, axis=1)) for x in X])
