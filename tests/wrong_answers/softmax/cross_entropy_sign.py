# The minus is missing.
# family: formula
# fails: test-2-1
# also: test-2-2
# says: sign is flipped
# %% task-2-1
def cross_entropy(p, q):
    happens = p > 0
    logs = np.log(np.where(happens, q, 1.0))
    return np.sum(p * logs, axis=-1)
