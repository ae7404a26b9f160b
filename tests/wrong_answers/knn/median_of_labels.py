# The median of the labels.
# family: types
# fails: test-2-1
# also: test-3-2
# says: not the median|no label of y_train
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = np.zeros(dists.shape[0], dtype=int)
    for i in range(dists.shape[0]):
        nearest = np.argsort(dists[i])[:k]
        labels[i] = int(np.median(y_train[nearest]))
    return labels
