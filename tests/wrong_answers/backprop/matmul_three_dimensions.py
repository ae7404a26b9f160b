# Right and without loops, by way of an array of three dimensions.
# family: not vectorised
# fails: test-2-2
# says: MB at its peak.*no array of three dimensions
# %% task-2-2
def matmul_backward(dy, x, w):
    """dy (N, M), x (N, D), w (D, M) -> (dx (N, D), dw (D, M))."""
    dx = (dy[:, None, :] * w).sum(axis=-1)
    dw = (x[:, :, None] * dy[:, None, :]).sum(axis=0)
    return dx, dw
