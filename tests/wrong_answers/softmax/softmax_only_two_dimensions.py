# axis=1 does not exist for a single example.
# family: axis and shape
# fails: test-1-1
# says: axis
# %% task-1-1
def softmax(scores):
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=1, keepdims=True)
