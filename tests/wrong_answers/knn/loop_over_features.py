# A loop over the features keeps the memory small.
# family: not vectorised
# fails: test-1-3
# says: loops in Python.* D = 
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    squares = np.zeros((len(X), len(X_train)))
    for d in range(X.shape[1]):
        squares += (X[:, d, None] - X_train[:, d]) ** 2
    return np.sqrt(squares)
