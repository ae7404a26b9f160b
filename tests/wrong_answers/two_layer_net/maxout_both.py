# Both candidates get the gradient.
# family: chain rule
# fails: test-2-6
# says: both candidates get dout
# %% task-2-6
def maxout_forward(x):
    H = x.shape[1] // 2
    return np.maximum(x[:, :H], x[:, H:]), x


def maxout_backward(dout, cache):
    return np.concatenate([dout, dout], axis=1)
