# A single example comes back as an array with one row.
# family: axis and shape
# fails: test-1-1
# says: shape \(1, 3\)\W+expected \(3,\)
# %% task-1-1
def softmax(scores):
    scores = np.atleast_2d(scores)
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=-1, keepdims=True)
