# 1 - out for the slope.
# family: formula
# fails: test-2-2
# also: test-2-7
# says: out is not squared
# %% task-2-2
def tanh_forward(x):
    out = np.tanh(x)
    return out, out


def tanh_backward(dout, cache):
    return dout * (1 - cache)
