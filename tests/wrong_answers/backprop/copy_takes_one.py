# Only the first copy's gradient comes back.
# family: chain rule
# fails: test-1-1
# says: one of the two copies is forgotten; their gradients add
# %% task-1-1
def add_backward(dout, x, y):
    return dout, dout


def mul_backward(dout, x, y):
    return dout * y, dout * x


def copy_backward(dout_1, dout_2):
    return dout_1


def max_backward(dout, x, y):
    return (dout, 0.0) if x > y else (0.0, dout)
