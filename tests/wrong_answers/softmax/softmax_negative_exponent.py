# The sign of the exponent is wrong: the smallest score gets the largest probability.
# family: formula
# fails: test-1-1
# also: test-1-2
# says: \bexp(onential)?\b|order
# %% task-1-1
def softmax(scores):
    shifted = np.min(scores, axis=-1, keepdims=True) - scores
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=-1, keepdims=True)
