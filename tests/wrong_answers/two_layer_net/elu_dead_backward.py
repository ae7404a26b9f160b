# The backward pass of ReLU.
# family: formula
# fails: test-2-5
# also: test-2-7
# says: nothing passes below 0
# %% task-2-5
def elu_forward(x):
    return np.where(x > 0, x, np.exp(np.minimum(x, 0)) - 1), x


def elu_backward(dout, cache):
    return dout * (cache > 0)
