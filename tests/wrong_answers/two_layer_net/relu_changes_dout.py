# dx is another name for dout.
# family: purity
# fails: test-2-3
# says: changed its input dout
# %% task-2-3
def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    x = cache
    dx = dout
    dx[x <= 0] = 0
    return dx
