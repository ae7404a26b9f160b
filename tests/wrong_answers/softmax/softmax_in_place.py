# The scores of the caller are shifted in place.
# family: purity
# fails: test-1-1
# says: changed its input scores
# %% task-1-1
def softmax(scores):
    scores -= np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(scores)
    return exps / np.sum(exps, axis=-1, keepdims=True)
