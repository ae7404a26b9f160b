# The mask of a ReLU: positive inputs pass.
# family: chain rule
# fails: test-1-1
# says: d[xy] of max_backward
# %% task-1-1
def add_backward(dout, x, y):
    return dout, dout


def mul_backward(dout, x, y):
    return dout * y, dout * x


def copy_backward(dout_1, dout_2):
    return dout_1 + dout_2


def max_backward(dout, x, y):
    return dout * (x > 0), dout * (y > 0)
