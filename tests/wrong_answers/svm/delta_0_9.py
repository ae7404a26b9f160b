# A margin of 0.9.
# family: consistent but wrong
# fails: test-3-2
# says: Δ is 0\.9, and must be 1
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 0.9)
    margins[rows, y] = 0
    mask = (margins > 0).astype(float)
    mask[rows, y] = -np.sum(mask, axis=1)
    data = np.sum(margins) / N
    dW = X.T @ mask / N + 2 * reg * W
    loss = data + reg * np.sum(W * W)
    return loss, dW
