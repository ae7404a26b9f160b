# One-hot labels instead of index arrays.
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    Y = np.eye(W.shape[1])[y]
    S = X.dot(W)
    M = (S - (S * Y).sum(axis=1, keepdims=True) + 1) * (1 - Y)
    A = np.where(M > 0, 1.0, 0.0)
    G = (A - Y * A.sum(axis=1, keepdims=True)) / X.shape[0]
    return M.clip(min=0).sum() / X.shape[0] + reg * (W**2).sum(), X.T.dot(G) + reg * 2 * W
