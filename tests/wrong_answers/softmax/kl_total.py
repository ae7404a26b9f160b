# One number for all rows.
# family: axis and shape
# fails: test-2-2
# says: shape \(\)\W+expected \(2,\)
# %% task-2-2
def kl_divergence(p, q):
    happens = p > 0
    ratios = np.where(happens, p, 1.0) / np.where(happens, q, 1.0)
    return np.sum(p * np.log(ratios))
