# The rows of X are summed by label with np.bincount.
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N, D = X.shape
    C = W.shape[1]
    scores = X @ W
    scores = scores - scores.max(axis=1, keepdims=True)
    log_probs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    loss = -log_probs[np.arange(N), y].mean() + reg * np.sum(W * W)
    cells = np.arange(D)[None, :] * C + y[:, None]
    of_right_class = np.bincount(cells.ravel(), weights=X.ravel(), minlength=D * C).reshape(D, C)
    dW = (X.T @ np.exp(log_probs) - of_right_class) / N + 2 * reg * W
    return loss, dW
