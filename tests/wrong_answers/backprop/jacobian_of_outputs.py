# The outputs on the diagonal.
# family: formula
# fails: test-2-1
# says: it holds the outputs, and must hold slopes
# %% task-2-1
def relu_jacobian(x):
    return np.diag(np.maximum(x, 0))


def relu_backward(dout, x):
    return np.where(x > 0, dout, 0.0)
