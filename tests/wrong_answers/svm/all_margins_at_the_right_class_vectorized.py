# The right class always gets -(C - 1), however many margins are kept.
# family: indexing
# fails: test-3-2
# says: satisfied margin|margin s_j - s_y
# same: all_margins_at_the_right_class
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
    mask[rows, y] = 1 - W.shape[1]
    dW = X.T @ mask / N + 2 * reg * W
    return loss, dW
