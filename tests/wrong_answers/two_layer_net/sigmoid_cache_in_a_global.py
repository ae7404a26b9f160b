# out is kept in a global and the cache is empty.
# family: purity
# fails: test-2-1
# also: test-2-7
# says: first of two caches
# %% task-2-1
last_out = None


def sigmoid_forward(x):
    global last_out
    last_out = 1 / (1 + np.exp(-x))
    return last_out, None


def sigmoid_backward(dout, cache):
    return dout * last_out * (1 - last_out)
