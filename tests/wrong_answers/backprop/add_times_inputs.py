# The add gate is treated like a product.
# family: chain rule
# fails: test-1-1
# says: the slope of a sum is 1, whatever its inputs
# %% task-1-1
def add_backward(dout, x, y):
    return dout * y, dout * x


def mul_backward(dout, x, y):
    return dout * y, dout * x


def copy_backward(dout_1, dout_2):
    return dout_1 + dout_2


def max_backward(dout, x, y):
    return (dout, 0.0) if x > y else (0.0, dout)
