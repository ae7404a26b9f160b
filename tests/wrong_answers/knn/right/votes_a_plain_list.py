# A list of labels.
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    labels = []
    for row in dists:
        votes = sorted(y_train[j] for j in np.argsort(row)[:k])
        labels.append(int(max(votes, key=votes.count)))
    return labels
