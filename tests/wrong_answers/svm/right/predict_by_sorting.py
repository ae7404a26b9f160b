# The last of the sorted scores.
# %% task-4-3
def predict_linear(W, X):
    return np.array([np.argsort(row)[-1] for row in X @ W])
