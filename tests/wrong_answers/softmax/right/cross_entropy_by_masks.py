# Boolean masks pick what happens, for one distribution and for many.
# %% task-2-1
def cross_entropy(p, q):
    surprise = np.zeros(p.shape)
    happens = p != 0
    with np.errstate(divide="ignore"):
        surprise[happens] = p[happens] * np.log(q[happens])
    return -np.sum(surprise, axis=-1)


# %% task-2-2
def kl_divergence(p, q):
    terms = np.zeros(p.shape)
    happens = p > 0
    with np.errstate(divide="ignore"):
        terms[happens] = p[happens] * np.log(p[happens] / q[happens])
    return terms.sum(axis=-1)
