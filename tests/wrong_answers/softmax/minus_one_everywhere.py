# dscores[:, y] selects whole columns, so 1 is subtracted nearly everywhere.
# family: indexing
# fails: test-3-2
# also: test-3-3
# says: whole columns: p\[:, y\] is not p\[np\.arange\(N\), y\]
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
    dscores[:, y] -= 1.0
    dscores /= N
    dW = X.T @ dscores
    dW += 2 * reg * W
    return loss, dW
