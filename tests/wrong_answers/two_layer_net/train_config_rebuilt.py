# A new config in each step.
# family: optimiser state
# fails: test-4-2
# says: lacks what the optimiser returned
# %% task-4-2
def train_two_layer(
    loss_fn, params, X, y, optimiser, schedule, learning_rate, reg, num_epochs, batch_size, rng
):
    params = {name: array.copy() for name, array in params.items()}
    configs = {name: {} for name in params}
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
                params[name], _ = optimiser(params[name], grads[name], {"learning_rate": rate})
            t += 1
    return params, loss_history
