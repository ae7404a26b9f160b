# A list of whole numbers.
# %% task-4-3
def predict_linear(W, X):
    return [int(np.argmax(x.dot(W))) for x in X]
