# Powers of 2 instead of e.
# family: formula
# fails: test-1-1
# also: test-1-2
# says: \bexp(onential)?\b
# %% task-1-1
def softmax(scores):
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    exps = 2.0**shifted
    return exps / np.sum(exps, axis=-1, keepdims=True)
