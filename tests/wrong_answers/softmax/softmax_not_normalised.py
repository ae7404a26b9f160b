# The division by the sum is missing.
# family: formula
# fails: test-1-1
# also: test-1-2
# says: its own sum|sum to (one|1)
# %% task-1-1
def softmax(scores):
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(shifted)
    return exps
