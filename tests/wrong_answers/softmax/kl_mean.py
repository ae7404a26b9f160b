# The mean over the classes instead of the sum.
# family: averaging
# fails: test-2-2
# says: times too small, and C = \d
# %% task-2-2
def kl_divergence(p, q):
    happens = p > 0
    ratios = np.where(happens, p, 1.0) / np.where(happens, q, 1.0)
    return np.mean(p * np.log(ratios), axis=-1)
