# Below 0 the slope is put in for the gradient.
# family: chain rule
# fails: test-2-4
# says: dout left out
# %% task-2-4
def leaky_relu_forward(x):
    return np.where(x > 0, x, 0.1 * x), x


def leaky_relu_backward(dout, cache):
    dx = dout.copy()
    dx[cache <= 0] = 0.1
    return dx
