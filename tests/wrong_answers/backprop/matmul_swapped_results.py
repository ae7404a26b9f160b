# dw and dx have changed places.
# family: axis and shape
# fails: test-2-2
# says: dx of matmul_backward.* is wrong: it is the other one
# %% task-2-2
def matmul_backward(dy, x, w):
    return x.T @ dy, dy @ w.T
