# The logarithms of the probabilities.
# family: formula
# fails: test-1-1
# also: test-1-2
# says: \bexp(onential)?\b|logarithm
# %% task-1-1
def softmax(scores):
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(shifted)
    return shifted - np.log(np.sum(exps, axis=-1, keepdims=True))
