# Four names for one config dict: it shows with an optimiser that writes into it.
# family: optimiser state
# fails: test-4-2
# says: config dict of its own
# %% task-4-2
def train_two_layer(
    loss_fn, params, X, y, optimiser, schedule, learning_rate, reg, num_epochs, batch_size, rng
):
    params = {name: array.copy() for name, array in params.items()}
    configs = dict.fromkeys(params, {})
    N = len(X)
    steps_per_epoch = (N + batch_size - 1) // batch_size
    T = num_epochs * steps_per_epoch
    t = 0
    loss_history = []
    for epoch in range(num_epochs):
        order = rng.permutation(N)
        for i in range(steps_per_epoch):
            rows = order[i * batch_size : (i + 1) * batch_size]
            loss, grads = loss_fn(params, X[rows], y[rows], reg)
            loss_history.append(loss)
            rate = schedule(learning_rate, t, T)
            for name in params:
                configs[name]["learning_rate"] = rate
                params[name], configs[name] = optimiser(params[name], grads[name], configs[name])
            t += 1
    return params, loss_history
