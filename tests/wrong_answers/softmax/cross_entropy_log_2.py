# The logarithm to base 2.
# family: formula
# fails: test-2-1
# also: test-2-2
# says: natural log
# %% task-2-1
def cross_entropy(p, q):
    happens = p > 0
    logs = np.log2(np.where(happens, q, 1.0))
    return -np.sum(p * logs, axis=-1)
