# The sigmoid of out in the slope.
# family: chain rule
# fails: test-2-1
# also: test-2-7
# says: applied twice
# %% task-2-1
def sigmoid_forward(x):
    out = np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))))
    return out, out


def sigmoid_backward(dout, cache):
    s = 1 / (1 + np.exp(-cache))
    return dout * s * (1 - s)
