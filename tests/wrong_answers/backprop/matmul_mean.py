# dw is averaged over the rows.
# family: averaging
# fails: test-2-2
# says: dw of .*too small, and N = 
# %% task-2-2
def matmul_backward(dy, x, w):
    return dy @ w.T, x.T @ dy / len(x)
