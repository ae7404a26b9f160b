# The slope of the mul gate alone.
# family: chain rule
# fails: test-1-1
# says: it ignores what comes from above: multiply by dout
# same: upstream
# %% task-1-1
def add_backward(dout, x, y):
    return dout, dout


def mul_backward(dout, x, y):
    return y, x


def copy_backward(dout_1, dout_2):
    return dout_1 + dout_2


def max_backward(dout, x, y):
    return (dout, 0.0) if x > y else (0.0, dout)
