# Drawn without replacement.
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rows = rng.choice(len(X), batch_size, replace=False)
    return X[rows], y[rows]
