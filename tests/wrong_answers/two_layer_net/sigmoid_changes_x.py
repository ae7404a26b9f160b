# The exponential is written into x.
# family: purity
# fails: test-2-1
# also: test-2-7
# says: changed its input x
# same: changes_x
# %% task-2-1
def sigmoid_forward(x):
    np.negative(x, out=x)
    out = 1 / (1 + np.exp(x))
    return out, out


def sigmoid_backward(dout, cache):
    return dout * cache * (1 - cache)
