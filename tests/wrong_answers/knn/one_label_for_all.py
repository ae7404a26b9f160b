# All test rows vote together.
# family: axis and shape
# fails: test-2-1
# also: test-3-2
# says: shape
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    nearest = np.argsort(dists, axis=1)[:, :k]
    return np.argmax(np.bincount(y_train[nearest].ravel()))
