# Sorted along the test rows.
# family: axis and shape
# fails: test-2-1
# also: test-3-2
# says: shape|IndexError|is wrong
# %% task-2-1
def predict_labels(dists, y_train, k=1):
    nearest = np.argsort(dists, axis=0)[:k]
    return np.array([np.argmax(np.bincount(y_train[column])) for column in nearest.T])
