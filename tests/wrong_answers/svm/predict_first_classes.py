# Only the first three classes can win.
# family: indexing
# fails: test-4-3
# says: labels .*wrong
# %% task-4-3
def predict_linear(W, X):
    return np.argmax((X @ W)[:, :3], axis=1)
