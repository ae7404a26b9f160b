# h is added to all coordinates at once.
# family: formula
# fails: test-2-1
# says: coordinates moved at once
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h) * np.ones(x.shape)
