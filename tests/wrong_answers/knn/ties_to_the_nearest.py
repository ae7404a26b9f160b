# Ties go to the label of the nearest of the tied.
# family: types
# fails: test-2-1
# also: test-3-2
# says: tie between 5 and 8 went to the nearest
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    from collections import Counter
    labels = []
    for row in dists:
        votes = y_train[np.argsort(row)[:k]].tolist()
        labels.append(Counter(votes).most_common(1)[0][0])
    return np.array(labels)
