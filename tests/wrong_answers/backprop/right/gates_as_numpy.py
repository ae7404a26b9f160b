# Gates with numpy's own functions and conditions as factors.
# %% task-1-1
def add_backward(dout, x, y):
    return 1.0 * dout, 1.0 * dout


def mul_backward(dout, x, y):
    return np.multiply(y, dout), np.multiply(x, dout)


def copy_backward(dout_1, dout_2):
    return sum((dout_1, dout_2))


def max_backward(dout, x, y):
    return dout * (x >= y), dout * (y > x)
