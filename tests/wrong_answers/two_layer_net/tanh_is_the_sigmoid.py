# The sigmoid, not stretched.
# family: formula
# fails: test-2-2
# also: test-2-7
# says: it is the sigmoid
# %% task-2-2
def tanh_forward(x):
    out = 1 / (1 + np.exp(-x))
    return out, out


def tanh_backward(dout, cache):
    return dout * cache * (1 - cache)
