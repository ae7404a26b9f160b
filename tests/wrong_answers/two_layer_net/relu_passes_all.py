# dout is passed on.
# family: chain rule
# fails: test-2-3
# says: passed on as it is
# %% task-2-3
def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    return dout.copy()
