# 2 * sigmoid(x) - 1 without the 2 in the sigmoid.
# family: formula
# fails: test-2-2
# also: test-2-7
# says: tanh\(x / 2\)
# %% task-2-2
def tanh_forward(x):
    out = 2 / (1 + np.exp(-x)) - 1
    return out, out


def tanh_backward(dout, cache):
    return dout * (1 - cache**2)
