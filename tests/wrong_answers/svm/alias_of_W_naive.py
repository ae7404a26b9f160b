# The gradient starts as W itself, and W changes while the loss is computed from it.
# family: purity
# fails: test-3-1
# says: changed its input W
# %% task-3-1
def svm_loss_naive(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss = 0.0
    dW = W
    for i in range(N):
        scores = X[i] @ W
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                loss += margin / N
                dW[:, j] += X[i] / N
                dW[:, y[i]] -= X[i] / N
    loss += reg * np.sum(W * W)
    dW += 2.0 * reg * W
    return loss, dW
