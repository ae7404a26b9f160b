# The labels become places in the flat scores, in place.
# family: purity
# fails: test-3-2
# says: changed its input y
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    y += rows * W.shape[1]
    right = scores.ravel()[y].reshape(-1, 1)
    margins = np.maximum(0, scores - right + 1)
    margins.ravel()[y] = 0
    data_loss = np.sum(margins) / N
    loss = data_loss + reg * np.sum(W * W)
    mask = (margins > 0).astype(float)
    mask.ravel()[y] = -np.sum(mask, axis=1)
    dW = X.T @ mask / N + 2 * reg * W
    return loss, dW
