# The last example is not looked at.
# family: indexing
# fails: test-3-2
# says: the last example is missing; the rest is right
# same: last_example_dropped
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    right = scores[rows, y].reshape(-1, 1)
    margins = np.maximum(0, scores - right + 1)
    margins[rows, y] = 0
    data_loss = np.sum(margins[:-1]) / N
    loss = data_loss + reg * np.sum(W * W)
    mask = (margins > 0).astype(float)
    mask[rows, y] = -np.sum(mask, axis=1)
    dW = X[:-1].T @ mask[:-1] / N + 2 * reg * W
    return loss, dW
