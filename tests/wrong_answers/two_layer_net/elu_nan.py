# Masks are multiplied: 0 * inf.
# family: stability
# fails: test-2-7
# says: nan
# %% task-2-5
def elu_forward(x):
    return (x > 0) * x + (x <= 0) * (np.exp(x) - 1), x


def elu_backward(dout, cache):
    return dout * np.where(cache > 0, 1, np.exp(np.minimum(cache, 0)))
