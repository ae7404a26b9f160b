# The one loop runs over the training rows.
# family: not vectorised
# fails: test-1-2
# says: only the loop over the rows of X may stay
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    dists = np.zeros((X.shape[0], X_train.shape[0]))
    for j in range(X_train.shape[0]):
        dists[:, j] = np.linalg.norm(X - X_train[j], axis=1)
    return dists
