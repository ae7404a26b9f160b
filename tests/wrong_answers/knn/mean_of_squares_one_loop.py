# The root of the mean of the squares.
# family: averaging
# fails: test-1-2
# says: mean of the squares
# same: mean
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    dists = np.zeros((X.shape[0], X_train.shape[0]))
    for i in range(X.shape[0]):
        dists[i] = np.sqrt(np.mean((X_train - X[i]) ** 2, axis=1))
    return dists
