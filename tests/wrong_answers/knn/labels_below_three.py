# Only as many labels as there are neighbours are counted.
# family: indexing
# fails: test-2-1
# also: test-3-2
# says: no label of y_train|not a label
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = []
    for row in dists:
        votes = y_train[np.argsort(row)[:k]]
        counts = [np.sum(votes == c) for c in range(len(np.unique(y_train)))]
        labels.append(int(np.argmax(counts)))
    return np.array(labels)
