# map is the second loop.
# family: not vectorised
# fails: test-1-2
# says: loops in Python
# same: second loop
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    dists = np.zeros((X.shape[0], X_train.shape[0]))
    for i in range(X.shape[0]):
        dists[i] = list(map(lambda t: np.linalg.norm(X[i] - t), X_train))
    return dists
