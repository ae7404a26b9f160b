# exp(x) / (1 + exp(x)) gives inf / inf.
# family: stability
# fails: test-2-7
# says: nan
# %% task-2-1
def sigmoid_forward(x):
    e = np.exp(x)
    out = e / (1 + e)
    return out, out


def sigmoid_backward(dout, cache):
    return dout * cache * (1 - cache)
