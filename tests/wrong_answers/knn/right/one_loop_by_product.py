# A product for each test row.
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    squares = (X_train**2).sum(1)
    dists = np.zeros((len(X), len(X_train)))
    for i, x in enumerate(X):
        dists[i] = np.sqrt(np.maximum(squares - 2 * X_train.dot(x) + x.dot(x), 0))
    return dists
