# y is turned into positions in the flattened scores.
# family: purity
# fails: test-3-2
# also: test-3-3
# says: changed its input y
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    scores = X @ W
    scores -= scores.max(axis=1, keepdims=True)
    y += C * np.arange(N)
    log_sums = np.log(np.exp(scores).sum(axis=1))
    loss = np.mean(log_sums - scores.ravel()[y]) + reg * np.sum(W * W)
    dscores = np.exp(scores - log_sums[:, None])
    dscores.reshape(-1)[y] -= 1
    dW = X.T @ dscores / N + 2 * reg * W
    return loss, dW
