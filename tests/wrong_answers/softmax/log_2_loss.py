# The logarithm to base 2, in the loss and in its gradient.
# family: consistent but wrong
# fails: test-3-2
# also: test-3-3
# says: natural log|1\.443
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    log_probs = shifted - log_sums
    data_loss = -np.sum(log_probs[rows, y]) / np.log(2) / N
    reg_loss = reg * np.sum(W * W)
    loss = data_loss + reg_loss
    dscores = np.exp(log_probs)
    dscores[rows, y] -= 1.0
    dscores /= N * np.log(2)
    dW = X.T @ dscores
    dW += 2 * reg * W
    return loss, dW
