# The largest absolute value is subtracted: very negative scores all become 0.
# family: stability
# fails: test-1-2
# says: own (maximum|largest)
# %% task-1-1
def softmax(scores):
    shifted = scores - np.max(np.abs(scores), axis=-1, keepdims=True)
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=-1, keepdims=True)
