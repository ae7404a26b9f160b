# 1 / (1 + exp(-x)) is right and overflows on the way.
# family: stability
# fails: test-2-7
# says: warns of an overflow
# same: overflow
# %% task-2-1
def sigmoid_forward(x):
    out = 1.0 / (1.0 + np.exp(-x))
    return out, out


def sigmoid_backward(dout, cache):
    return dout * cache * (1 - cache)
