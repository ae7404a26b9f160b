# The right class is left in, and its 1 taken off the mean.
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    right = scores[rows, y].reshape(-1, 1)
    margins = np.maximum(0, scores - right + 1)
    data_loss = np.sum(margins) / N - 1
    loss = data_loss + reg * np.sum(W * W)
    mask = (margins > 0).astype(float)
    mask[rows, y] = 0
    mask[rows, y] = -np.sum(mask, axis=1)
    dW = X.T @ mask / N + 2 * reg * W
    return loss, dW
