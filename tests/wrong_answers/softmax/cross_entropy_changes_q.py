# Ones are written into q where p is 0.
# family: purity
# fails: test-2-1
# also: test-2-2
# says: changed its input q
# %% task-2-1
def cross_entropy(p, q):
    q[p == 0] = 1.0
    return -np.sum(p * np.log(q), axis=-1)
