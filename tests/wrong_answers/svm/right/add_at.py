# np.add.at sums the rows of X by their label.
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    N = len(y)
    scores = X.dot(W)
    margins = np.maximum(scores - scores[range(N), y][:, np.newaxis] + 1, 0)
    margins[range(N), y] = 0
    positive = margins > 0
    dWt = np.ascontiguousarray((X.T.dot(positive)).T)
    np.add.at(dWt, y, -X * positive.sum(1)[:, None])
    return np.mean(margins.sum(axis=1)) + reg * np.linalg.norm(W) ** 2, dWt.T / N + 2 * reg * W
