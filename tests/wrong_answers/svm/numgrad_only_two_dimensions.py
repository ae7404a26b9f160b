# Rows and columns: other shapes are not thought of.
# family: axis and shape
# fails: test-2-1
# says: IndexError|ValueError|unpack|Error
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    rows, columns = x.shape
    for i in range(rows):
        for j in range(columns):
            step = np.zeros(x.shape)
            step[i, j] = h
            grad[i, j] = (f(x + step) - f(x - step)) / (2 * h)
    return grad
