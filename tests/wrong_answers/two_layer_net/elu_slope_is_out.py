# out for the slope below 0.
# family: chain rule
# fails: test-2-5
# also: test-2-7
# says: out \+ 1
# %% task-2-5
def elu_forward(x):
    out = np.where(x > 0, x, np.exp(np.minimum(x, 0)) - 1)
    return out, out


def elu_backward(dout, cache):
    out = cache
    return np.where(out > 0, dout, dout * out)
