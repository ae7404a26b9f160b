# The names of the classes.
# family: types
# fails: test-4-3
# says: must hold numbers|text|numpy|has shape
# %% task-4-3
def predict_linear(W, X):
    return [data.CLASSES[c] for c in np.argmax(X @ W, axis=1)]
