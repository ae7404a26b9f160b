# Ties go to the label seen last.
# family: types
# fails: test-2-1
# also: test-3-2
# says: tie between 5 and 8 went to the last
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = []
    for row in dists:
        votes = y_train[np.argsort(row)[:k]].tolist()[::-1]
        labels.append(max(votes, key=votes.count))
    return np.array(labels)
