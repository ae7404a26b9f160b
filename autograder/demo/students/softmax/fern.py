# like acorn
# Normalises by the sum of the whole matrix: right for one row, wrong for two. And adds a small number inside the logarithm.
# %% task-1-1
def softmax(scores):
    e = np.exp(scores - np.max(scores))
    return e / np.sum(e)


# %% task-2-1
def cross_entropy(p, q):
    return -np.sum(p * np.log(q + 1e-12), axis=-1)
