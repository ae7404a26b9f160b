# The summed axis is kept.
# family: axis and shape
# fails: test-2-1
# also: test-2-2
# says: shape \(1,\)\W+expected \(\)|(one|a plain) number
# %% task-2-1
def cross_entropy(p, q):
    happens = p > 0
    logs = np.log(np.where(happens, q, 1.0))
    return -np.sum(p * logs, axis=-1, keepdims=True)
