# Near neighbours have more weight.
# family: formula
# fails: test-2-1
# also: test-3-2
# says: is wrong
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = []
    for row in dists:
        nearest = np.argsort(row)[:k]
        labels.append(np.argmax(np.bincount(y_train[nearest], weights=1 / (row[nearest] + 1e-9))))
    return np.array(labels)
