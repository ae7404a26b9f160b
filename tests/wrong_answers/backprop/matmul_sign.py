# As for a step downhill: the sign of dw is flipped.
# family: formula
# fails: test-2-2
# says: dw of .*sign is flipped
# %% task-2-2
def matmul_backward(dy, x, w):
    return dy @ w.T, -x.T @ dy
