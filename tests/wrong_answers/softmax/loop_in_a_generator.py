# The gradients of the examples are summed by sum().
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
    dscores = np.exp(log_probs)
    dscores[np.arange(N), y] -= 1
    dW = sum(np.outer(x, ds) for x, ds in zip(X, dscores)) / N + 2 * reg * W
    return loss, dW
