# Loops over the rows.
# family: not vectorised
# fails: test-2-2
# says: loops in Python
# %% task-2-2
def matmul_backward(dy, x, w):
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for n in range(len(x)):
        dx[n] = w @ dy[n]
        dw += np.outer(x[n], dy[n])
    return dx, dw
