# The absolute value.
# family: formula
# fails: test-2-3
# says: absolute value
# %% task-2-3
def relu_forward(x):
    return np.abs(x), x


def relu_backward(dout, cache):
    return dout * np.sign(cache)
