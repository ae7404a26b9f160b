# dw of shape (M, D).
# family: axis and shape
# fails: test-2-2
# says: dw of matmul_backward.*transposed
# %% task-2-2
def matmul_backward(dy, x, w):
    return dy @ w.T, dy.T @ x
