# The two slopes are exchanged.
# family: formula
# fails: test-2-4
# says: exchanged
# %% task-2-4
def leaky_relu_forward(x):
    return np.where(x > 0, x, 0.1 * x), x


def leaky_relu_backward(dout, cache):
    return np.where(cache > 0, 0.1 * dout, dout)
