# The slopes are put back in column order.
# family: indexing
# fails: test-2-1
# says: another order|wrong|transposed
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    slopes = []
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        slopes.append((f(x + step) - f(x - step)) / (2 * h))
    return np.array(slopes).reshape(x.shape, order="F")
