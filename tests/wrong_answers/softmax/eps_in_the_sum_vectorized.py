# A small number is added to the sum of the exponentials, and so the gradient is not exact.
# family: stability
# fails: test-3-2
# also: test-3-3
# says: nothing is added to the sum of the exponentials
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    p = np.exp(scores) / (np.sum(np.exp(scores), axis=1, keepdims=True) + 1e-8)
    loss = -np.mean(np.log(p[np.arange(N), y])) + reg * np.sum(W * W)
    p[np.arange(N), y] -= 1
    dW = X.T @ p / N + 2 * reg * W
    return loss, dW
