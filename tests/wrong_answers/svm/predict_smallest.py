# The smallest score.
# family: indexing
# fails: test-4-3
# says: labels .*wrong
# %% task-4-3
def predict_linear(W, X):
    return np.argmin(X @ W, axis=1)
