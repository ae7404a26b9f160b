# All outer products at once, then the sum.
# family: not vectorised
# fails: test-2-2
# says: needs .* MB at its peak
# %% task-2-2
def matmul_backward(dy, x, w):
    dx = np.sum(dy[:, None, :] * w, axis=2)
    dw = np.sum(x[:, :, None] * dy[:, None, :], axis=0)
    return dx, dw
