# np.resize hides that w and x are not transposed.
# family: axis and shape
# fails: test-2-2
# says: dx of matmul_backward
# %% task-2-2
def matmul_backward(dy, x, w):
    dx = np.resize(dy @ np.resize(w, (dy.shape[1], x.shape[1])), x.shape)
    dw = x.T @ dy
    return dx, dw
