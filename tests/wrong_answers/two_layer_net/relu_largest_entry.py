# np.max of all entries.
# family: axis and shape
# fails: test-2-3
# says: has shape \(\)
# %% task-2-3
def relu_forward(x):
    return np.max(x), x


def relu_backward(dout, cache):
    return dout * (cache > 0)
