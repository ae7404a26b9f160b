# The labels stand in a column.
# family: axis and shape
# fails: test-2-1
# also: test-3-2
# says: shape \(3, 1\); expected \(3,\)
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = np.zeros((dists.shape[0], 1), dtype=int)
    for i in range(dists.shape[0]):
        labels[i, 0] = np.argmax(np.bincount(y_train[np.argsort(dists[i])[:k]]))
    return labels
