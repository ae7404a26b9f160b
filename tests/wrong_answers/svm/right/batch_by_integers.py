# rng.integers, with take.
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    idx = rng.integers(low=0, high=X.shape[0], size=(batch_size,))
    return np.take(X, idx, axis=0), y.take(idx)
