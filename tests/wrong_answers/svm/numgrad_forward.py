# Forward differences.
# family: formula
# fails: test-2-1
# says: forward difference
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        ix = it.multi_index
        old = x[ix]
        x[ix] = old + h
        plus = f(x)
        x[ix] = old
        minus = f(x)
        grad[ix] = (plus - minus) / h
        it.iternext()
    return grad
