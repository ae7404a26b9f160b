# Probabilities are kept away from 0.
# family: stability
# fails: test-1-2
# says: clip
# %% task-1-1
def softmax(scores):
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(shifted)
    probs = exps / np.sum(exps, axis=-1, keepdims=True)
    return np.clip(probs, 1e-12, 1.0)
