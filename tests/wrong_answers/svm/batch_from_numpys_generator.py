# np.random draws, not rng.
# family: training loop
# fails: test-4-1
# also: test-4-2
# says: same rng.*take every random draw
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rows = np.random.choice(len(X), batch_size)
    return X[rows], y[rows]
