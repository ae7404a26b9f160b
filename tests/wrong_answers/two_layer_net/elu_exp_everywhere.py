# exp(x) - 1 everywhere.
# family: formula
# fails: test-2-5
# also: test-2-7
# says: negative x only
# %% task-2-5
def elu_forward(x):
    return np.exp(x) - 1, x


def elu_backward(dout, cache):
    return dout * np.exp(cache)
