# X and y are shuffled as copies, by rng.shuffle of the rows' numbers.
# %% task-4-2
def train_two_layer(
    loss_fn, params, X, y, optimiser, schedule, learning_rate, reg, num_epochs, batch_size, rng
):
    W1, b1, W2, b2 = (params[k].copy() for k in ("W1", "b1", "W2", "b2"))
    c1, c2, c3, c4 = {}, {}, {}, {}
    N = X.shape[0]
    T = num_epochs * (-(-N // batch_size))
    t, history = 0, []
    for epoch in range(num_epochs):
        numbers = np.arange(N)
        rng.shuffle(numbers)
        X_new, y_new = X[numbers], y[numbers]
        start = 0
        while start < N:
            end = min(start + batch_size, N)
            now = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
            loss, g = loss_fn(now, X_new[start:end], y_new[start:end], reg)
            history.append(loss)
            for c in (c1, c2, c3, c4):
                c["learning_rate"] = schedule(learning_rate, t, T)
            W1, c1 = optimiser(W1, g["W1"], c1)
            b1, c2 = optimiser(b1, g["b1"], c2)
            W2, c3 = optimiser(W2, g["W2"], c3)
            b2, c4 = optimiser(b2, g["b2"], c4)
            start, t = end, t + 1
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, history
