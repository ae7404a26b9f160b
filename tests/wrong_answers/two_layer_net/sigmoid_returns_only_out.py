# The cache is not returned.
# family: axis and shape
# fails: test-2-1
# also: test-2-7
# says: must return the tuple \(out, cache\)
# %% task-2-1
def sigmoid_forward(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_backward(dout, cache):
    return dout * cache * (1 - cache)
