# One neighbour too few.
# family: indexing
# fails: test-2-1
# also: test-3-2
# says: k = 
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = np.zeros(dists.shape[0], dtype=int)
    for i in range(dists.shape[0]):
        nearest = np.argsort(dists[i])[: max(1, k - 1)]
        labels[i] = np.argmax(np.bincount(y_train[nearest]))
    return labels
