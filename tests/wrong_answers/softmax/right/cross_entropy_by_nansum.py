# nansum drops exactly the 0 * log(0), and the infinite surprises stay.
# %% task-2-1
def cross_entropy(p, q):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nansum(-p * np.log(q), axis=-1)


# %% task-2-2
def kl_divergence(p, q):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nansum(p * (np.log(p) - np.log(q)), axis=-1)
