# like acorn
# The classic slip: the gradient of reg * W * W without its factor 2.
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(len(X)):
        scores = X[i] @ W
        scores = scores - scores.max()
        log_sum = np.log(np.exp(scores).sum())
        loss += log_sum - scores[y[i]]
        p = np.exp(scores - log_sum)
        p[y[i]] -= 1
        dW += np.outer(X[i], p)
    return loss / len(X) + reg * np.sum(W * W), dW / len(X) + reg * W


# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    scores = X @ W
    scores = scores - scores.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(scores).sum(axis=1))
    loss = np.mean(log_sum - scores[np.arange(N), y]) + reg * np.sum(W * W)
    dscores = np.exp(scores - log_sum[:, None])
    dscores[np.arange(N), y] -= 1
    return loss, X.T @ dscores / N + reg * W


# %% answer-2
YOUR ANSWER HERE
