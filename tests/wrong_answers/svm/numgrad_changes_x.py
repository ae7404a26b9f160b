# x is put back by adding and subtracting: not bit for bit.
# family: purity
# fails: test-2-1
# says: changed its input x
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        ix = it.multi_index
        x[ix] += h
        plus = f(x)
        x[ix] -= 2 * h
        minus = f(x)
        x[ix] += h
        grad[ix] = (plus - minus) / (2 * h)
        it.iternext()
    return grad
