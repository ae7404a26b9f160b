# 1 - x**2 for the slope.
# family: chain rule
# fails: test-2-2
# also: test-2-7
# says: x stands where out should
# %% task-2-2
def tanh_forward(x):
    return np.tanh(x), x


def tanh_backward(dout, cache):
    return dout * (1 - cache**2)
