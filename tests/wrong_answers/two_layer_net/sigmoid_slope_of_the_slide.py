# The slip of the slide: one factor (1 - out) too many.
# family: formula
# fails: test-2-1
# also: test-2-7
# says: as on the slide
# %% task-2-1
def sigmoid_forward(x):
    out = np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))))
    return out, out


def sigmoid_backward(dout, cache):
    out = cache
    dsigmoid = (1 - out) * out
    return dout * (1 - out) * dsigmoid
