# The mean is taken over all N * C entries, of which only N count.
# family: averaging
# fails: test-3-2
# also: test-3-3
# says: times too small, and C = \d+
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    targets = np.eye(C)[y]
    scores = X @ W
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    log_probs = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    loss = -np.mean(targets * log_probs) + reg * np.sum(W * W)
    dscores = (np.exp(log_probs) - targets) / (N * C)
    dW = X.T @ dscores + 2 * reg * W
    return loss, dW
