# The minus in the exponent is missing.
# family: formula
# fails: test-2-1
# also: test-2-7
# says: sigmoid of -x
# %% task-2-1
def sigmoid_forward(x):
    out = 1 / (1 + np.exp(x))
    return out, out


def sigmoid_backward(dout, cache):
    return dout * cache * (1 - cache)
