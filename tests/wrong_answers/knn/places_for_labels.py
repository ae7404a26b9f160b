# The places of the rows, not their labels.
# family: types
# fails: test-2-1
# also: test-3-2
# says: places of the nearest rows
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = np.zeros(dists.shape[0], dtype=int)
    for i in range(dists.shape[0]):
        nearest = np.argsort(dists[i])[:k]
        labels[i] = np.argmax(np.bincount(nearest))
    return labels
