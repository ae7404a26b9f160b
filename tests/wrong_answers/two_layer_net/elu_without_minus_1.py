# exp(x) below 0.
# family: formula
# fails: test-2-5
# also: test-2-7
# says: 1 is not subtracted
# %% task-2-5
def elu_forward(x):
    return np.where(x > 0, x, np.exp(np.minimum(x, 0))), x


def elu_backward(dout, cache):
    return dout * np.where(cache > 0, 1, np.exp(np.minimum(cache, 0)))
