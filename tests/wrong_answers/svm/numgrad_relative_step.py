# The step is h times the coordinate.
# family: formula
# fails: test-2-1
# says: wrong|gradient of
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        ix = it.multi_index
        old = x[ix]
        step = h * abs(old)
        x[ix] = old + step
        plus = f(x)
        x[ix] = old - step
        minus = f(x)
        x[ix] = old
        grad[ix] = (plus - minus) / (2 * step)
        it.iternext()
    return grad
