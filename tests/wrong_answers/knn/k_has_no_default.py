# k must be given.
# family: types
# fails: test-2-1
# says: TypeError|missing 1 required
# %% task-2-1
def predict_labels(dists, y_train, k):
    return np.array([np.argmax(np.bincount(y_train[np.argsort(row)[:k]])) for row in dists])
