# The sign of dout is looked at, not that of x.
# family: chain rule
# fails: test-2-3
# says: the sign of dout decides
# %% task-2-3
def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    return np.maximum(0, dout)
