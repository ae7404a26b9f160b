# A small number in numerator and denominator.
# family: stability
# fails: test-2-2
# says: must be inf|inside the log
# %% task-2-2
def kl_divergence(p, q):
    eps = 1e-12
    return np.sum(p * np.log((p + eps) / (q + eps)), axis=-1)
