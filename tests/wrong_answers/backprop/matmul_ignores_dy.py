# The slope with dy taken to be ones.
# family: chain rule
# fails: test-2-2
# says: it ignores what comes from above: multiply by dout
# %% task-2-2
def matmul_backward(dy, x, w):
    ones = np.ones_like(dy)
    return ones @ w.T, x.T @ ones
