# One-hot votes, summed.
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    nearest = np.argpartition(dists, k - 1, axis=1)[:, :k]
    C = int(y_train.max()) + 1
    counts = np.eye(C)[y_train[nearest]].sum(axis=1)
    return counts.argmax(axis=1)
