# einsum, and dot with transpose.
# %% task-2-2
def matmul_backward(dy, x, w):
    dx = np.einsum("nm,dm->nd", dy, w)
    dw = np.dot(np.transpose(x), dy)
    return dx, dw
