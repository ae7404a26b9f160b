# Negative gradients are thrown away too.
# family: chain rule
# fails: test-2-3
# says: both x and dout
# %% task-2-3
def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    dx = dout * (cache > 0)
    return np.maximum(dx, 0)
