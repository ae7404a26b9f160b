# Looks for the smallest k times, on a copy.
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    dists = dists.copy()
    labels = np.zeros(len(dists), dtype=np.int32)
    for i, row in enumerate(dists):
        counts = np.zeros(int(np.max(y_train)) + 1)
        for _ in range(k):
            j = row.argmin()
            counts[y_train[j]] += 1
            row[j] = np.inf
        labels[i] = counts.argmax()
    return labels
