# The gradient is filled class by class.
# family: not vectorised
# fails: test-3-2
# says: loops? in Python
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(scores), axis=1, keepdims=True))
    log_probs = scores - log_sums
    loss = -np.mean(log_probs[np.arange(N), y]) + reg * np.sum(W * W)
    dW = np.zeros_like(W)
    for j in range(C):
        dscore = np.exp(log_probs[:, j]) - (y == j)
        dW[:, j] = X.T @ dscore / N
    return loss, dW + 2 * reg * W
