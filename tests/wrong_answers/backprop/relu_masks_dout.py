# The mask is taken from dout.
# family: chain rule
# fails: test-2-1
# says: dout passes where dout is positive, and must where x is
# %% task-2-1
def relu_jacobian(x):
    return np.diag(np.where(x > 0, 1.0, 0.0))


def relu_backward(dout, x):
    return np.where(dout > 0, dout, 0.0)
