# The batch is drawn once, before the loop.
# family: training loop
# fails: test-4-2
# says: same rows|never drawn
# %% task-4-2
def train_linear(loss_fn, X, y, num_classes, learning_rate, reg, num_iters, batch_size, rng):
    W = np.zeros((X.shape[1], num_classes))
    loss_history = []
    X_batch, y_batch = sample_minibatch(X, y, batch_size, rng)
    for it in range(num_iters):
        loss, grad = loss_fn(W, X_batch, y_batch, reg)
        loss_history.append(loss)
        W -= learning_rate * grad
    return W, loss_history
