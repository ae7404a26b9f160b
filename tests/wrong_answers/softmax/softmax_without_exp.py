# Scores are divided by their sum, without the exponential.
# family: formula
# fails: test-1-1
# also: test-1-2
# says: \bexp(onential)?\b
# %% task-1-1
def softmax(scores):
    positive = scores - np.min(scores, axis=-1, keepdims=True) + 1e-6
    return positive / np.sum(positive, axis=-1, keepdims=True)
