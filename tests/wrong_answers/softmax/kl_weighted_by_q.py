# The logarithm is right, its weight is not.
# family: formula
# fails: test-2-2
# says: weighted by p|p \* log
# %% task-2-2
def kl_divergence(p, q):
    happens = p > 0
    ratios = np.where(happens, p, 1.0) / np.where(happens, q, 1.0)
    return np.sum(q * np.log(ratios), axis=-1)
