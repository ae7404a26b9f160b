# The slope of the regularisation is added to a gradient that has it already.
# family: reg gradient
# fails: test-4-2
# says: W after step 2 is wrong: 2 \* reg \* W was added
# %% task-4-2
def train_linear(loss_fn, X, y, num_classes, learning_rate, reg, num_iters, batch_size, rng):
    W = np.zeros((X.shape[1], num_classes))  # (D, C)
    loss_history = []
    for _ in range(num_iters):
        X_batch, y_batch = sample_minibatch(X, y, batch_size, rng)
        loss, dW = loss_fn(W, X_batch, y_batch, reg)
        loss_history.append(loss)
        W -= learning_rate * (dW + 2 * reg * W)
    return W, loss_history
