# Negative entries are overwritten in x.
# family: purity
# fails: test-2-3
# says: changed its input x
# same: changes_x
# %% task-2-3
def relu_forward(x):
    x[x < 0] = 0
    return x, x


def relu_backward(dout, cache):
    return dout * (cache > 0)
