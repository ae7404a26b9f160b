# No margin: a right class that is ahead by anything costs nothing.
# family: consistent but wrong
# fails: test-3-2
# says: Δ is 0, and must be 1
# same: delta_0
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    right = scores[rows, y].reshape(-1, 1)
    margins = np.maximum(0, scores - right)
    margins[rows, y] = 0
    data_loss = np.sum(margins) / N
    loss = data_loss + reg * np.sum(W * W)
    mask = (margins > 0).astype(float)
    mask[rows, y] = -np.sum(mask, axis=1)
    dW = X.T @ mask / N + 2 * reg * W
    return loss, dW
