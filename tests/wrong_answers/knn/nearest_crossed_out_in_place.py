# Each neighbour found is set to infinity in dists.
# family: purity
# fails: test-2-1
# also: test-3-2
# says: changed its input dists
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = []
    for row in dists:
        votes = []
        for _ in range(k):
            j = np.argmin(row)
            votes.append(y_train[j])
            row[j] = np.inf
        labels.append(np.argmax(np.bincount(votes)))
    return np.array(labels)
