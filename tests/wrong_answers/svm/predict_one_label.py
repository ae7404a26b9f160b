# One label for all.
# family: axis and shape
# fails: test-4-3
# says: has shape
# %% task-4-3
def predict_linear(W, X):
    return np.argmax(X @ W)
