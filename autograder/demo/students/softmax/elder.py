# like acorn
# Sums over the examples where the loss is a mean, and forgets the same in the gradient.
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    scores = X @ W
    scores = scores - scores.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(scores).sum(axis=1))
    loss = np.sum(log_sum - scores[np.arange(N), y]) + reg * np.sum(W * W)
    dscores = np.exp(scores - log_sum[:, None])
    dscores[np.arange(N), y] -= 1
    return loss, X.T @ dscores + 2 * reg * W
