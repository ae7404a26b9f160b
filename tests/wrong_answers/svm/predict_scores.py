# The score, not its place.
# family: types
# fails: test-4-3
# says: must be integers
# %% task-4-3
def predict_linear(W, X):
    return np.max(X @ W, axis=1)
