# Epochs over a shuffled set: every row is seen before one comes again.
# %% task-4-2
def train_linear(loss_fn, X, y, num_classes, learning_rate, reg, num_iters, batch_size, rng):
    W = np.zeros([X.shape[1], num_classes], dtype=float)
    history = np.empty(num_iters)
    order = []
    for t in range(num_iters):
        if len(order) < batch_size:
            order = list(rng.permutation(len(X)))
        rows, order = order[:batch_size], order[batch_size:]
        history[t], step = loss_fn(W, X[rows], y[rows], reg)
        W = W - step * learning_rate
    return W, history
