# A list of steps from the identity.
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    steps = np.eye(x.size).reshape((x.size,) + x.shape) * h
    return np.array([(f(x + s) - f(x - s)) / h / 2 for s in steps]).reshape(x.shape)
