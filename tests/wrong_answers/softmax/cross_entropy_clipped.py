# q is kept away from 0: what was thought impossible is no infinite surprise.
# family: stability
# fails: test-2-1
# also: test-2-2
# says: clip|must be inf
# %% task-2-1
def cross_entropy(p, q):
    q = np.clip(q, 1e-15, 1.0)
    return -np.sum(p * np.log(q), axis=-1)
