# Every cache is x, and backward computes all anew.
# %% task-2-1
def sigmoid_forward(x):
    return 0.5 * (1 + np.tanh(0.5 * x)), x


def sigmoid_backward(dout, cache):
    s = 0.5 * (1 + np.tanh(0.5 * cache))
    return dout * s * (1 - s)


# %% task-2-2
def tanh_forward(x):
    return np.tanh(x), x


def tanh_backward(dout, cache):
    return dout / np.cosh(np.clip(cache, -300, 300)) ** 2


# %% task-2-5
def elu_forward(x):
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0))), x


def elu_backward(dout, cache):
    x = cache
    dx = dout.copy()
    below = x < 0
    dx[below] *= np.exp(x[below])
    return dx
