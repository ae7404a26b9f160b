# The mean gradient is divided by the batch size again.
# family: averaging
# fails: test-4-2
# says: half .*learning_rate \* dW
# %% task-4-2
def train_linear(loss_fn, X, y, num_classes, learning_rate, reg, num_iters, batch_size, rng):
    W = np.zeros((X.shape[1], num_classes))
    loss_history = []
    for it in range(num_iters):
        X_batch, y_batch = sample_minibatch(X, y, batch_size, rng)
        loss, grad = loss_fn(W, X_batch, y_batch, reg)
        loss_history.append(loss)
        W -= learning_rate * grad / batch_size
    return W, loss_history
