# A loop over the rows, where nobody forbade one.
# %% task-1-1
def softmax(scores):
    if np.ndim(scores) == 1:
        shifted = scores - np.max(scores)
        exps = np.exp(shifted)
        return exps / exps.sum()
    return np.array([softmax(row) for row in scores])
