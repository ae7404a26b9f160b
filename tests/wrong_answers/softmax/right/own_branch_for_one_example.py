# A single example has a branch of its own; rows are shifted by reshaping.
# %% task-1-1
def softmax(scores):
    if scores.ndim == 1:
        e = np.exp(scores - max(scores))
        return e / sum(e)
    e = np.exp(scores - scores.max(axis=1).reshape(-1, 1))
    return e / e.sum(axis=1)[:, None]
