# np.where on the halves, which are slices.
# %% task-2-6
def maxout_forward(x):
    H = x.shape[1] // 2
    a, b = x[:, :H], x[:, H:]
    return np.where(a >= b, a, b), (a, b)


def maxout_backward(dout, cache):
    a, b = cache
    dx = np.zeros((dout.shape[0], 2 * dout.shape[1]))
    dx[:, : a.shape[1]] = np.where(a >= b, dout, 0)
    dx[:, a.shape[1] :] = np.where(a >= b, 0, dout)
    return dx
