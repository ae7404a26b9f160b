# dx has the shape of dout.
# family: axis and shape
# fails: test-2-6
# says: expected \(2, 6\)
# %% task-2-6
def maxout_forward(x):
    H = x.shape[1] // 2
    return np.maximum(x[:, :H], x[:, H:]), x


def maxout_backward(dout, cache):
    x = cache
    H = x.shape[1] // 2
    return dout * (x[:, :H] > x[:, H:])
