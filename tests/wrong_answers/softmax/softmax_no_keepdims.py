# The sum lost its axis: wrong for square arrays, an error for others.
# family: axis and shape
# fails: test-1-1
# also: test-1-2
# says: keepdims|broadcast
# %% task-1-1
def softmax(scores):
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=-1)
