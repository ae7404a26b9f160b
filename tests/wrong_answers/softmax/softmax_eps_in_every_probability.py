# A small number is added to every probability, so that no logarithm can be infinite.
# family: stability
# fails: test-1-2
# says: add nothing|nothing (is|may be) added|clip
# %% task-1-1
def softmax(scores):
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=-1, keepdims=True) + 1e-12
