# The product alone: the cosine of the angle.
# family: formula
# fails: test-1-3
# also: test-3-2
# says: is wrong|nan
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    lengths = np.linalg.norm(X, axis=1)[:, None] * np.linalg.norm(X_train, axis=1)
    return 1 - X @ X_train.T / lengths
