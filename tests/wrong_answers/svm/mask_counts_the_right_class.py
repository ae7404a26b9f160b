# The mask is taken before the right class is set to 0, so it counts one margin too many.
# family: indexing
# fails: test-3-2
# says: margin of j = y
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    right = scores[rows, y].reshape(-1, 1)
    margins = np.maximum(0, scores - right + 1)
    mask = (margins > 0).astype(float)
    margins[rows, y] = 0
    data_loss = np.sum(margins) / N
    loss = data_loss + reg * np.sum(W * W)
    mask[rows, y] = -np.sum(mask, axis=1)
    dW = X.T @ mask / N + 2 * reg * W
    return loss, dW
