# The entropy of p is not subtracted.
# family: formula
# fails: test-2-2
# says: H\(p\)|entropy of p
# %% task-2-2
def kl_divergence(p, q):
    return cross_entropy(p, q)
