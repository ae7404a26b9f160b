# Each factor gets its own value.
# family: chain rule
# fails: test-1-1
# says: the mul gate swaps
# same: not swapped
# %% task-1-1
def add_backward(dout, x, y):
    return dout, dout


def mul_backward(dout, x, y):
    return dout * x, dout * y


def copy_backward(dout_1, dout_2):
    return dout_1 + dout_2


def max_backward(dout, x, y):
    return (dout, 0.0) if x > y else (0.0, dout)
