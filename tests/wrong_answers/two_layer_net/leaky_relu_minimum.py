# The minimum of the two lines.
# family: formula
# fails: test-2-4
# says: minimum is taken
# %% task-2-4
def leaky_relu_forward(x):
    return np.minimum(0.1 * x, x), x


def leaky_relu_backward(dout, cache):
    return np.where(cache > 0, dout, 0.1 * dout)
