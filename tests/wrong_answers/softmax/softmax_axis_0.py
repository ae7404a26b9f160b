# Each column is normalised, not each row.
# family: axis and shape
# fails: test-1-1
# also: test-1-2
# says: its own sum|axis
# %% task-1-1
def softmax(scores):
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=0, keepdims=True)
