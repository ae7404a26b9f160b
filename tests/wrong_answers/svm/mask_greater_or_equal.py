# The mask asks for >= 0 after the margins were cut off at 0, so it holds everywhere.
# family: chain rule
# fails: test-3-2
# says: dW .* is wrong: it is as if every margin were positive: >= after np\.maximum
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    margins = np.maximum(0.0, scores - scores[rows, y][:, None] + 1.0)
    margins[rows, y] = 0.0
    loss = np.sum(margins) / N + reg * np.sum(W * W)
    mask = (margins >= 0) / N
    mask[rows, y] = 0
    mask[rows, y] -= np.sum(mask, axis=1)
    return loss, X.T @ mask + 2.0 * reg * W
