# dout times out.
# family: formula
# fails: test-2-3
# says: multiplied by out
# %% task-2-3
def relu_forward(x):
    out = np.maximum(0, x)
    return out, out


def relu_backward(dout, cache):
    return dout * cache
