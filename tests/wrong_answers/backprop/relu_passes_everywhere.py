# The gradient of a plain wire.
# family: chain rule
# fails: test-2-1
# says: passes everywhere
# %% task-2-1
def relu_jacobian(x):
    return np.diag(np.where(x > 0, 1.0, 0.0))


def relu_backward(dout, x):
    return dout.copy()
