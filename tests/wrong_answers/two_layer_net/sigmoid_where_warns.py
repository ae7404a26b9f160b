# np.where computes both branches.
# family: stability
# fails: test-2-7
# says: warns of an overflow
# same: overflow
# %% task-2-1
def sigmoid_forward(x):
    out = np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))
    return out, out


def sigmoid_backward(dout, cache):
    return dout * cache * (1 - cache)
