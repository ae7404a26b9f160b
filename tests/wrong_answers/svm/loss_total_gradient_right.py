# The loss lacks its division by N; the gradient is right and keeps its points.
# family: averaging
# fails: test-3-1
# says: times too big, and N = 6.*2 of 3 points
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
                dW[:, j] += X[i] / N
                dW[:, y[i]] -= X[i] / N
    loss += reg * np.sum(W * W)
    dW += 2.0 * reg * W
    return loss, dW
