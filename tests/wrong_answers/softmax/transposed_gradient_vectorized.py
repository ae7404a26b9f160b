# dW has a row for each class; hidden where D = C.
# family: axis and shape
# fails: test-3-2
# also: test-3-3
# says: transposed
# same: transposed_gradient
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    log_probs = shifted - log_sums
    data_loss = -np.sum(log_probs[rows, y]) / N
    reg_loss = reg * np.sum(W * W)
    loss = data_loss + reg_loss
    dscores = np.exp(log_probs)
    dscores[rows, y] -= 1.0
    dscores /= N
    dW = dscores.T @ X
    dW += 2 * reg * W.T
    return loss, dW
