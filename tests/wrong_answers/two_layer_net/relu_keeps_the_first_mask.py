# The mask is made once and kept between calls.
# family: purity
# fails: test-2-3
# says: first of two caches|called again|not the slope|wrong|broadcast
# %% task-2-3
def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    return dout * relu_backward.__dict__.setdefault('mask', cache > 0)
