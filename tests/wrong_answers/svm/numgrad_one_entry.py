# f gets single entries instead of the whole array.
# family: axis and shape
# fails: test-2-1
# says: another shape
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    flat = x.ravel()
    grad = [(f(v + h) - f(v - h)) / (2 * h) for v in flat]
    return np.array(grad).reshape(x.shape)
