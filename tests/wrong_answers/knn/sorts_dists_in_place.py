# The rows of dists are sorted in place.
# family: purity
# fails: test-2-1
# also: test-3-2
# says: changed its input dists
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = []
    for row in dists:
        order = np.argsort(row)
        row.sort()
        labels.append(np.argmax(np.bincount(y_train[order[:k]])))
    return np.array(labels)
