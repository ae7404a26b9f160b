# The scores are clipped to what exp can take.
# family: stability
# fails: test-1-2
# says: clip|own (maximum|largest)
# %% task-1-1
def softmax(scores):
    shifted = np.clip(scores, -500.0, 500.0)
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=-1, keepdims=True)
