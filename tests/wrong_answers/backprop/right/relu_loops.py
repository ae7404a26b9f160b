# The Jacobian with loops, the rest on a copy.
# %% task-2-1
def relu_jacobian(x):
    n = x.shape[0]
    J = np.zeros((n, n), dtype=int)
    for i in range(n):
        for j in range(n):
            if i == j and x[j] > 0:
                J[i, j] = 1
    return J

def relu_backward(dout, x):
    dx = np.array(dout, copy=True)
    dx[x <= 0] = 0
    return dx
