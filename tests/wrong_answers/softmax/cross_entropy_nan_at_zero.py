# 0 * log(0) is not taken care of.
# family: stability
# fails: test-2-1
# also: test-2-2
# says: nan.*0 log 0
# %% task-2-1
def cross_entropy(p, q):
    return -np.sum(p * np.log(q), axis=-1)
