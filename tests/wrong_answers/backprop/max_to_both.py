# Both inputs of max get dout.
# family: chain rule
# fails: test-1-1
# says: the max gate routes
# %% task-1-1
def add_backward(dout, x, y):
    return dout, dout


def mul_backward(dout, x, y):
    return dout * y, dout * x


def copy_backward(dout_1, dout_2):
    return dout_1 + dout_2


def max_backward(dout, x, y):
    return dout, dout
