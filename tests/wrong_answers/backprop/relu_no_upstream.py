# The slope alone.
# family: chain rule
# fails: test-2-1
# says: slope alone: multiply by dout
# %% task-2-1
def relu_jacobian(x):
    return np.diag(np.where(x > 0, 1.0, 0.0))


def relu_backward(dout, x):
    return np.where(x > 0, 1.0, 0.0)
