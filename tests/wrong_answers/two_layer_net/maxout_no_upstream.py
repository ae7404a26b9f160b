# dout plays no role.
# family: chain rule
# fails: test-2-6
# says: dout plays no role
# %% task-2-6
def maxout_forward(x):
    H = x.shape[1] // 2
    return np.maximum(x[:, :H], x[:, H:]), x


def maxout_backward(dout, cache):
    x = cache
    H = x.shape[1] // 2
    first = x[:, :H] > x[:, H:]
    return 1.0 * np.hstack([first, ~first])
