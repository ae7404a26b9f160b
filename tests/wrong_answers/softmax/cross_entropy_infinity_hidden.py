# Infinite terms are dropped together with the nan.
# family: stability
# fails: test-2-1
# also: test-2-2
# says: must be inf
# %% task-2-1
def cross_entropy(p, q):
    terms = p * np.log(q)
    terms = np.where(np.isfinite(terms), terms, 0.0)
    return -np.sum(terms, axis=-1)
