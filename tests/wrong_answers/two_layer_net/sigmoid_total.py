# The derivatives are summed.
# family: axis and shape
# fails: test-2-1
# also: test-2-7
# says: has shape \(\); expected
# %% task-2-1
def sigmoid_forward(x):
    out = np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))))
    return out, out


def sigmoid_backward(dout, cache):
    return np.sum(dout * cache * (1 - cache))
