# The halves are put below each other.
# family: axis and shape
# fails: test-2-6
# says: has shape \(4, 3\).*puts halves side by side
# %% task-2-6
def maxout_forward(x):
    H = x.shape[1] // 2
    return np.maximum(x[:, :H], x[:, H:]), x


def maxout_backward(dout, cache):
    x = cache
    H = x.shape[1] // 2
    first = x[:, :H] > x[:, H:]
    return np.vstack([dout * first, dout * ~first])
