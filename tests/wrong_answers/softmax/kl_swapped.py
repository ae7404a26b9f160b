# KL(q || p).
# family: formula
# fails: test-2-2
# says: which of the two|p and q|swap
# %% task-2-2
def kl_divergence(p, q):
    return cross_entropy(q, p) - cross_entropy(q, q)
