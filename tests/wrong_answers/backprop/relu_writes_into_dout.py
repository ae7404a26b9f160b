# dout is changed in place.
# family: purity
# fails: test-2-1
# says: changed its input dout
# %% task-2-1
def relu_jacobian(x):
    return np.diag(np.where(x > 0, 1.0, 0.0))


def relu_backward(dout, x):
    dout[x < 0] = 0
    return dout
