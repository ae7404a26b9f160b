# 0 * log(0 / q) is not taken care of.
# family: stability
# fails: test-2-2
# says: nan.*(0 log 0|zeros of p)
# %% task-2-2
def kl_divergence(p, q):
    return np.sum(p * np.log(p / q), axis=-1)
