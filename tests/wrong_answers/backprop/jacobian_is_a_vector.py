# Only the diagonal is returned.
# family: axis and shape
# fails: test-2-1
# says: shape \(4,\); expected \(4, 4\)
# %% task-2-1
def relu_jacobian(x):
    return (x > 0).astype(float)


def relu_backward(dout, x):
    return np.where(x > 0, dout, 0.0)
