# A step of descent is taken in W before the loss is read.
# family: purity
# fails: test-3-2
# says: ^Task 3.2: svm_loss_vectorized changed its input W
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    mask = (margins > 0).astype(float)
    mask[rows, y] = -np.sum(mask, axis=1)
    data = np.sum(margins) / N
    dW = X.T @ mask / N + 2 * reg * W
    W -= 1e-3 * dW
    loss = data + reg * np.sum(W * W)
    return loss, dW
