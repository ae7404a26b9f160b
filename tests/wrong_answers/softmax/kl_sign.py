# The minus of the cross entropy, kept.
# family: formula
# fails: test-2-2
# says: sign is flipped
# %% task-2-2
def kl_divergence(p, q):
    happens = p > 0
    ratios = np.where(happens, p, 1.0) / np.where(happens, q, 1.0)
    return -np.sum(p * np.log(ratios), axis=-1)
