# like acorn
# Right values, but nothing is shifted: large scores overflow. Loses the two stability tasks and nothing else.
# %% task-1-1
def softmax(scores):
    e = np.exp(scores)
    return e / e.sum(axis=-1, keepdims=True)


# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(len(X)):
        p = softmax(X[i] @ W)
        loss -= np.log(p[y[i]]) / len(X)
        p[y[i]] -= 1
        dW += np.outer(X[i], p) / len(X)
    return loss + reg * np.sum(W * W), dW + 2 * reg * W


# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    probs = softmax(X @ W)
    loss = -np.log(probs[np.arange(N), y]).mean() + reg * np.sum(W * W)
    probs[np.arange(N), y] -= 1
    return loss, X.T @ probs / N + 2 * reg * W
