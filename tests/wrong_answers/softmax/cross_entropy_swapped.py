# p and q have changed places.
# family: formula
# fails: test-2-1
# also: test-2-2
# says: p \* log\(?q|p and q|swap
# %% task-2-1
def cross_entropy(p, q):
    believed = q > 0
    logs = np.log(np.where(believed, p, 1.0))
    return -np.sum(q * logs, axis=-1)
