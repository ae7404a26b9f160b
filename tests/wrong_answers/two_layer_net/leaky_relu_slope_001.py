# The slope of many libraries.
# family: formula
# fails: test-2-4
# says: 0.01; here it is 0.1
# %% task-2-4
def leaky_relu_forward(x):
    return np.maximum(0.01 * x, x), x


def leaky_relu_backward(dout, cache):
    return np.where(cache > 0, dout, 0.01 * dout)
