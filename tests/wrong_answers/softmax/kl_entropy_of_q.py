# The wrong entropy is subtracted.
# family: formula
# fails: test-2-2
# says: H\(p\)|entropy of p|zeros of p|which of the two
# %% task-2-2
def kl_divergence(p, q):
    return cross_entropy(p, q) - cross_entropy(q, q)
