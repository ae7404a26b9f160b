# One line for each gradient, with names.
# %% task-1-1
def add_backward(dout, x, y):
    dx, dy = [dout] * 2
    return dx, dy

def mul_backward(dout, x, y):
    slope_x, slope_y = y, x
    return (slope_x * dout, slope_y * dout)

def copy_backward(dout_1, dout_2):
    dx = 0
    dx += dout_1
    dx += dout_2
    return dx

def max_backward(dout, x, y):
    if x > y:
        return dout, 0
    else:
        return 0, dout
