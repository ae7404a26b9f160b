# max(0, ...) as for ReLU.
# family: formula
# fails: test-2-6
# says: cut off at 0
# %% task-2-6
def maxout_forward(x):
    H = x.shape[1] // 2
    return np.maximum(np.maximum(x[:, :H], x[:, H:]), 0), x


def maxout_backward(dout, cache):
    x = cache
    H = x.shape[1] // 2
    first = x[:, :H] > x[:, H:]
    return np.hstack([dout * first, dout * ~first])
