# The last example is not looked at, and not counted in N.
# family: indexing
# fails: test-3-2
# says: the last example is missing, also in N
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    X, y = X[:-1], y[:-1]
    N = max(1, X.shape[0])
    rows = np.arange(N)
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    mask = (margins > 0).astype(float)
    mask[rows, y] = -np.sum(mask, axis=1)
    data = np.sum(margins) / N
    dW = X.T @ mask / N + 2 * reg * W
    loss = data + reg * np.sum(W * W)
    return loss, dW
