# X_train is moved, and back, with rounding.
# family: purity
# fails: test-1-2
# says: changed its input X_train
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    dists = np.zeros((X.shape[0], X_train.shape[0]))
    for i in range(X.shape[0]):
        X_train -= X[i]
        dists[i] = np.sqrt(np.sum(X_train**2, axis=1))
        X_train += X[i] + 1e-9
    return dists
