# Every output depends on every input.
# family: formula
# fails: test-2-1
# says: relu_jacobian.*(0|wrong)
# %% task-2-1
def relu_jacobian(x):
    return np.tile(np.where(x > 0, 1.0, 0.0), (len(x), 1))


def relu_backward(dout, x):
    return np.where(x > 0, dout, 0.0)
