# The winner's number is kept.
# %% task-2-6
def maxout_forward(x):
    N, width = x.shape
    both = x.reshape(N, 2, width // 2)
    return both.max(axis=1), both.argmax(axis=1)


def maxout_backward(dout, cache):
    N, H = dout.shape
    dx = np.zeros((N, 2, H))
    np.put_along_axis(dx, cache[:, None, :], dout[:, None, :], axis=1)
    return dx.reshape(N, 2 * H)
