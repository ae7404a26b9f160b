# A slope of one half at exactly 0; sign functions.
# %% task-2-3
def relu_forward(x):
    return (x + np.abs(x)) / 2, x


def relu_backward(dout, cache):
    return dout * (1 + np.sign(cache)) / 2


# %% task-2-4
def leaky_relu_forward(x):
    return 0.55 * x + 0.45 * np.abs(x), x


def leaky_relu_backward(dout, cache):
    return dout * (0.55 + 0.45 * np.sign(cache))
