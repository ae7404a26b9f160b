# dout plays no role.
# family: chain rule
# fails: test-2-2
# also: test-2-7
# says: dout plays no role
# same: no_upstream
# %% task-2-2
def tanh_forward(x):
    out = np.tanh(x)
    return out, out


def tanh_backward(dout, cache):
    return 1 - cache**2
