# The last row of W is taken for biases and not regularised, in both passes.
# family: consistent but wrong
# fails: test-3-2
# says: (last row|row \d)|every (weight|entry)|all of W
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    log_probs = shifted - log_sums
    data_loss = -np.sum(log_probs[rows, y]) / N
    reg_loss = reg * np.sum(W[:-1] * W[:-1])
    loss = data_loss + reg_loss
    dscores = np.exp(log_probs)
    dscores[rows, y] -= 1.0
    dscores /= N
    dW = X.T @ dscores
    dW[:-1] += 2 * reg * W[:-1]
    return loss, dW
