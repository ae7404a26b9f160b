# np.where computes exp of large numbers too.
# family: stability
# fails: test-2-7
# says: warns of an overflow
# same: overflow
# %% task-2-5
def elu_forward(x):
    return np.where(x > 0, x, np.exp(x) - 1), x


def elu_backward(dout, cache):
    return dout * np.where(cache > 0, 1, np.exp(np.minimum(cache, 0)))
