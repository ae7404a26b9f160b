# The loss lacks its division by N, and beside that the gradient counts labels that repeat only once.
# family: indexing
# fails: test-3-1
# says: times too big, and N = 6.*sum of each row of dW.*0 of 3 points
# %% task-3-1
def svm_loss_naive(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss = 0.0
    dW = np.zeros(W.shape)
    for i in range(N):
        scores = X[i] @ W
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                loss += margin
    margins = X @ W - (X @ W)[np.arange(N), y][:, None] + 1.0
    counted = margins > 0
    counted[np.arange(N), y] = False
    dW += X.T @ counted / N
    dW[:, y] -= (X.T * counted.sum(axis=1)) / N
    loss += reg * np.sum(W * W)
    dW += 2.0 * reg * W
    return loss, dW
