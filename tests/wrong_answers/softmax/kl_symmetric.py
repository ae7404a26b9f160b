# The mean of both directions.
# family: formula
# fails: test-2-2
# says: not symmetric|which of the two
# %% task-2-2
def kl_divergence(p, q):
    forward = cross_entropy(p, q) - cross_entropy(p, p)
    backward = cross_entropy(q, p) - cross_entropy(q, q)
    return 0.5 * (forward + backward)
