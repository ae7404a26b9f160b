# A flat copy, reshaped for every call.
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    flat = x.flatten()
    grad = np.empty_like(flat)
    for i, value in enumerate(x.flatten()):
        flat[i] = value + h
        up = f(flat.reshape(x.shape))
        flat[i] = value - h
        grad[i] = (up - f(flat.reshape(x.shape))) / (2.0 * h)
        flat[i] = value
    return grad.reshape(x.shape)
