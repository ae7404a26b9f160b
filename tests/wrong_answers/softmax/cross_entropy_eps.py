# A small number inside the logarithm.
# family: stability
# fails: test-2-1
# also: test-2-2
# says: inside the log|must be inf
# %% task-2-1
def cross_entropy(p, q):
    eps = 1e-12
    return -np.sum(p * np.log(q + eps), axis=-1)
