# The sum runs over the training rows.
# family: axis and shape
# fails: test-1-2
# says: ValueError|could not broadcast|shape
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    dists = np.zeros((X.shape[0], X_train.shape[0]))
    for i in range(X.shape[0]):
        dists[i] = np.sqrt(np.sum((X_train - X[i]) ** 2, axis=0))
    return dists
