# Columns 0 and 1 are compared, 2 and 3, and so on.
# family: indexing
# fails: test-2-6
# says: neighbouring columns
# %% task-2-6
def maxout_forward(x):
    return np.maximum(x[:, ::2], x[:, 1::2]), x


def maxout_backward(dout, cache):
    x = cache
    first = x[:, ::2] > x[:, 1::2]
    dx = np.zeros_like(x)
    dx[:, ::2] = dout * first
    dx[:, 1::2] = dout * ~first
    return dx
