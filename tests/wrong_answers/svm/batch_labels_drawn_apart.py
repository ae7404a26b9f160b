# The labels are drawn by themselves.
# family: training loop
# fails: test-4-1
# also: test-4-2
# says: labels do not belong
# %% task-4-1
def sample_minibatch(X, y, batch_size, rng):
    rows = rng.choice(len(X), batch_size, replace=False)
    return X[rows], rng.choice(y, batch_size)
