# Only dout * out.
# family: formula
# fails: test-2-1
# also: test-2-7
# says: factor 1 - out is missing
# %% task-2-1
def sigmoid_forward(x):
    out = np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))))
    return out, out


def sigmoid_backward(dout, cache):
    return dout * cache
