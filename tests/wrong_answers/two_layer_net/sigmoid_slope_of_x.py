# x in place of out in the formula of the slope.
# family: chain rule
# fails: test-2-1
# also: test-2-7
# says: x stands where out should
# %% task-2-1
def sigmoid_forward(x):
    out = np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))))
    return out, x


def sigmoid_backward(dout, cache):
    x = cache
    return dout * x * (1 - x)
