# Boolean masks instead of indices, and the regularisation by ravel and dot.
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    classes = np.arange(W.shape[1])
    total, dW = 0.0, np.zeros(W.shape)
    for i in range(X.shape[0]):
        scores = np.dot(X[i], W)
        scores = scores - scores.max()
        is_right = classes == y[i]
        exps = np.exp(scores)
        total += np.log(exps.sum()) - scores[is_right].item()
        for j in classes:
            if is_right[j]:
                dW[:, j] += (exps[j] / exps.sum() - 1) * X[i]
            else:
                dW[:, j] += exps[j] / exps.sum() * X[i]
    flat = W.ravel()
    return total / X.shape[0] + reg * flat.dot(flat), dW / X.shape[0] + 2 * reg * W


# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    is_right = y[:, np.newaxis] == np.arange(W.shape[1])
    scores = X @ W
    scores = scores - scores.max(axis=1, keepdims=True)
    log_probs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    loss = -log_probs[is_right].mean() + reg * np.vdot(W, W)
    dscores = (np.exp(log_probs) - is_right) / len(X)
    return loss, X.T @ dscores + 2 * reg * W
