# One shift for all rows: the row with the small scores becomes 0 / 0.
# family: stability
# fails: test-1-2
# says: own (maximum|largest)
# same: global_shift
# %% task-1-1
def softmax(scores):
    shifted = scores - np.max(scores)
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=-1, keepdims=True)
