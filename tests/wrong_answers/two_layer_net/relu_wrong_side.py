# The mask is the wrong way round.
# family: formula
# fails: test-2-3
# says: passes where x is negative
# %% task-2-3
def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    return dout * (cache < 0)
