# k is 5 by default.
# family: types
# fails: test-2-1
# says: without k
# %% task-2-1
def predict_labels(dists, y_train, k=5):
    return np.array([np.argmax(np.bincount(y_train[np.argsort(row)[:k]])) for row in dists])
