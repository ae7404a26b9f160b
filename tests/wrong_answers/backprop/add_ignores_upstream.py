# The slope of the add gate alone.
# family: chain rule
# fails: test-1-1
# says: it ignores what comes from above: multiply by dout
# same: upstream
# %% task-1-1
def add_backward(dout, x, y):
    return 1.0, 1.0


def mul_backward(dout, x, y):
    return dout * y, dout * x


def copy_backward(dout_1, dout_2):
    return dout_1 + dout_2


def max_backward(dout, x, y):
    return (dout, 0.0) if x > y else (0.0, dout)
