# The labels are floats.
# family: types
# fails: test-2-1
# says: dtype float64, and must be int
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = np.zeros(dists.shape[0])
    for i in range(dists.shape[0]):
        labels[i] = np.argmax(np.bincount(y_train[np.argsort(dists[i])[:k]]))
    return labels
