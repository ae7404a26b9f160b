# The margins are squared, in the loss and in the gradient.
# family: consistent but wrong
# fails: test-3-2
# says: squared
# same: squared_hinge
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    right = scores[rows, y].reshape(-1, 1)
    margins = np.maximum(0, scores - right + 1)
    margins[rows, y] = 0
    data_loss = np.sum(margins**2) / N
    loss = data_loss + reg * np.sum(W * W)
    mask = 2 * margins
    mask[rows, y] = -np.sum(mask, axis=1)
    dW = X.T @ mask / N + 2 * reg * W
    return loss, dW
