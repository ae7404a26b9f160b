# Ties go to the largest label.
# family: types
# fails: test-2-1
# also: test-3-2
# says: tie between 5 and 8 went to the largest
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = np.zeros(dists.shape[0], dtype=int)
    for i in range(dists.shape[0]):
        nearest = np.argsort(dists[i])[:k]
        labels[i] = len(np.bincount(y_train[nearest])) - 1 - np.argmax(np.bincount(y_train[nearest])[::-1])
    return labels
