# Forward leaks, backward does not.
# family: formula
# fails: test-2-4
# says: nothing passes below 0
# %% task-2-4
def leaky_relu_forward(x):
    return np.where(x > 0, x, 0.1 * x), x


def leaky_relu_backward(dout, cache):
    return dout * (cache > 0)
