# The result takes the type of the scores: for integers everything is cut off to 0.
# family: types
# fails: test-1-1
# says: integer|everything is 0
# %% task-1-1
def softmax(scores):
    probs = np.zeros_like(scores)
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(shifted)
    probs[...] = exps / np.sum(exps, axis=-1, keepdims=True)
    return probs
