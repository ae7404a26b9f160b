# The score farthest from 0.
# family: formula
# fails: test-4-3
# says: labels .*wrong
# %% task-4-3
def predict_linear(W, X):
    return np.argmax(np.abs(X @ W), axis=1)
