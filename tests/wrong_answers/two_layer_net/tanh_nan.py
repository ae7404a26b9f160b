# Four exponentials, inf / inf.
# family: stability
# fails: test-2-7
# says: nan
# %% task-2-2
def tanh_forward(x):
    out = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    return out, out


def tanh_backward(dout, cache):
    return dout * (1 - cache**2)
