# The return line stands in the loop over the epochs.
# family: training loop
# fails: test-4-2
# says: called 4 times .*indented too far
# %% task-4-2
def train_two_layer(loss_fn, params, X, y, optimiser, schedule, learning_rate, reg, num_epochs, batch_size, rng):
    N = X.shape[0]
    T = num_epochs * len(range(0, N, batch_size))
    params = dict(params)
    configs = {name: {} for name in params}
    loss_history = []
    for _ in range(num_epochs):
        order = rng.permutation(N)
        for start in range(0, N, batch_size):
            rows = order[start : start + batch_size]
            loss, grads = loss_fn(params, X[rows], y[rows], reg)
            rate = schedule(learning_rate, len(loss_history), T)
            for name in params:
                config = {**configs[name], "learning_rate": rate}
                params[name], configs[name] = optimiser(params[name], grads[name], config)
            loss_history.append(loss)
        return params, loss_history
