# The mean is subtracted instead of the maximum.
# family: stability
# fails: test-1-2
# says: own (maximum|largest)
# %% task-1-1
def softmax(scores):
    shifted = scores - np.mean(scores, axis=-1, keepdims=True)
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=-1, keepdims=True)
