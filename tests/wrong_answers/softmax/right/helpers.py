# Both losses share helper functions, and the gradient is scaled at the end.
# %% task-3-1
def log_softmax_row(scores):
    shifted = scores - scores.max()
    return shifted - np.log(np.exp(shifted).sum())


def softmax_loss_naive(W, X, y, reg):
    log_probs = [log_softmax_row(x @ W) for x in X]
    loss = -sum(row[label] for row, label in zip(log_probs, y)) / len(X)
    dW = np.zeros(W.shape)
    for x, row, label in zip(X, log_probs, y):
        for j in range(W.shape[1]):
            dW[:, j] += x * (np.exp(row[j]) - int(j == label))
    return float(loss + reg * np.square(W).sum()), dW / len(X) + reg * (W + W)


# %% task-3-2
def log_softmax_rows(scores):
    shifted = scores - scores.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def pick(rows, labels):
    return rows[np.arange(len(labels)), labels]


def softmax_loss_vectorized(W, X, y, reg):
    log_probs = log_softmax_rows(X @ W)
    loss = -pick(log_probs, y).mean()
    targets = np.zeros_like(log_probs)
    targets[np.arange(len(y)), y] = 1.0
    dW = X.T @ (np.exp(log_probs) - targets)
    dW /= len(y)
    dW += 2 * reg * W
    return np.array(loss + reg * (W * W).sum()), dW
