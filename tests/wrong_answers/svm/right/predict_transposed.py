# (C, N) scores.
# %% task-4-3
def predict_linear(W, X):
    return (W.T @ X.T).argmax(0)
