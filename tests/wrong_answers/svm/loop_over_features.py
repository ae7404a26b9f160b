# The gradient is filled feature by feature.
# family: not vectorised
# fails: test-3-2
# says: loops? in Python
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    right = scores[rows, y].reshape(-1, 1)
    margins = np.maximum(0, scores - right + 1)
    margins[rows, y] = 0
    data_loss = np.sum(margins) / N
    loss = data_loss + reg * np.sum(W * W)
    mask = (margins > 0).astype(float)
    mask[rows, y] = -np.sum(mask, axis=1)
    dW = 2 * reg * W
    for d in range(W.shape[0]):
        dW[d] += X[:, d] @ mask / N
    return loss, dW
