# Dicts, tuples, and functions as caches.
# %% task-2-1
def sigmoid_forward(x):
    positive = x >= 0
    out = np.empty(x.shape)
    out[positive] = 1 / (1 + np.exp(-x[positive]))
    e = np.exp(x[~positive])
    out[~positive] = e / (1 + e)
    return out, {'out': out}


def sigmoid_backward(dout, cache):
    out = cache['out']
    return (1 - out) * out * dout


# %% task-2-2
def tanh_forward(x):
    out = np.tanh(x)
    return out, lambda dout: dout * (1 + out) * (1 - out)


def tanh_backward(dout, cache):
    return cache(dout)


# %% task-2-3
def relu_forward(x):
    return np.where(x > 0, x, 0), (x, 'relu')


def relu_backward(dout, cache):
    x, _ = cache
    dx = np.array(dout)
    dx[x < 0] = 0
    return dx
