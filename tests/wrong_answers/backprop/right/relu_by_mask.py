# A mask as a factor; the identity scaled by it; slope 1 at 0.
# %% task-2-1
def relu_jacobian(x):
    return np.eye(len(x)) * (x >= 0)[:, None]

def relu_backward(dout, x):
    return dout * (x >= 0)
