# The plain ReLU.
# family: formula
# fails: test-2-4
# says: plain ReLU
# %% task-2-4
def leaky_relu_forward(x):
    return np.maximum(0, x), x


def leaky_relu_backward(dout, cache):
    return np.where(cache > 0, dout, 0.1 * dout)
