# The last example is not looked at, and not counted in N.
# family: indexing
# fails: test-3-2
# also: test-3-3
# says: the last example is missing, also in N
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    X, y = X[:-1], y[:-1]
    N = max(1, X.shape[0])
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    p = np.exp(scores) / np.sum(np.exp(scores), axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(N), y])) + reg * np.sum(W * W)
    p[np.arange(N), y] -= 1
    dW = X.T @ p / N + 2 * reg * W
    return loss, dW
