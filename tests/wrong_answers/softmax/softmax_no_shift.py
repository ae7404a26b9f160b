# No shift at all: exp overflows.
# family: stability
# fails: test-1-2
# says: nan.*own (maximum|largest)
# %% task-1-1
def softmax(scores):
    shifted = scores
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=-1, keepdims=True)
