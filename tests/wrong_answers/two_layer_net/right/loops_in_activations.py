# Loops over the entries: nobody forbade them.
# %% task-2-3
def relu_forward(x):
    out = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        out[index] = max(0.0, x[index])
    return out, x


def relu_backward(dout, cache):
    dx = np.zeros_like(dout)
    for index in np.ndindex(dout.shape):
        if cache[index] > 0:
            dx[index] = dout[index]
    return dx
