# The mean over the classes instead of the sum.
# family: averaging
# fails: test-2-1
# also: test-2-2
# says: times too small, and C = \d
# %% task-2-1
def cross_entropy(p, q):
    happens = p > 0
    logs = np.log(np.where(happens, q, 1.0))
    return -np.mean(p * logs, axis=-1)
