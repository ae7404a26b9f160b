# dout times the whole Jacobian.
# family: not vectorised
# fails: test-2-1
# says: do not form it|do not form the Jacobian
# %% task-2-1
def relu_jacobian(x):
    return np.diag(np.where(x > 0, 1.0, 0.0))


def relu_backward(dout, x):
    return (dout.ravel() @ np.diag((x.ravel() > 0).astype(float))).reshape(x.shape)
