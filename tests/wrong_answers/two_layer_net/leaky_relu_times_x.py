# 0.1 * x in place of the slope.
# family: chain rule
# fails: test-2-4
# says: dout \* 0.1 \* x
# %% task-2-4
def leaky_relu_forward(x):
    return np.where(x > 0, x, 0.1 * x), x


def leaky_relu_backward(dout, cache):
    x = cache
    return dout * np.where(x > 0, 1, 0.1 * x)
