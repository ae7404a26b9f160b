# np.split cuts the order into batches; rate asked for each array.
# %% task-4-2
def train_two_layer(
    loss_fn, params, X, y, optimiser, schedule, learning_rate, reg, num_epochs, batch_size, rng
):
    current = {k: np.array(v) for k, v in params.items()}
    config = {k: {} for k in current}
    losses = []
    total = int(np.ceil(len(X) / batch_size)) * num_epochs
    for _ in range(num_epochs):
        for rows in np.split(rng.permutation(len(X)), range(batch_size, len(X), batch_size)):
            t = len(losses)
            loss, grads = loss_fn(current, X[rows], y[rows], reg)
            new = {}
            for k in grads:
                config[k]["learning_rate"] = schedule(learning_rate, t, total)
                new[k], config[k] = optimiser(current[k], grads[k], config[k])
            current = new
            losses.append(loss)
    return current, losses
