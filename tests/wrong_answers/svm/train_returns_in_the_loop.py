# The return line stands in the loop.
# family: training loop
# fails: test-4-2
# says: called 1 times for num_iters = 3 .*indented too far
# %% task-4-2
def train_linear(loss_fn, X, y, num_classes, learning_rate, reg, num_iters, batch_size, rng):
    W = np.zeros((X.shape[1], num_classes))  # (D, C)
    loss_history = []
    for _ in range(num_iters):
        X_batch, y_batch = sample_minibatch(X, y, batch_size, rng)
        loss, dW = loss_fn(W, X_batch, y_batch, reg)
        loss_history.append(loss)
        W -= learning_rate * dW
        return W, loss_history
