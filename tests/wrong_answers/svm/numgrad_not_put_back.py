# The coordinates are not put back.
# family: indexing
# fails: test-2-1
# says: coordinates moved at once
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        ix = it.multi_index
        old = x[ix]
        x[ix] = old + h
        plus = f(x)
        x[ix] = old - h
        minus = f(x)
        grad[ix] = (plus - minus) / (2 * h)
        it.iternext()
    return grad
