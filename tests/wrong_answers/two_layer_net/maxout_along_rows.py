# The largest number of each row.
# family: axis and shape
# fails: test-2-6
# says: has shape \(2,\)
# %% task-2-6
def maxout_forward(x):
    return np.max(x, axis=1), x


def maxout_backward(dout, cache):
    x = cache
    H = x.shape[1] // 2
    first = x[:, :H] > x[:, H:]
    return np.hstack([dout * first, dout * ~first])
