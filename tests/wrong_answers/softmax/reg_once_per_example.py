# The regularisation is added inside the loop.
# family: consistent but wrong
# fails: test-3-1
# says: times too big, and N = \d
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(N):
        scores = X[i] @ W
        scores = scores - np.max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += (log_sum - scores[y[i]]) / N
        for j in range(C):
            dW[:, j] += X[i] * (np.exp(scores[j] - log_sum) - (j == y[i])) / N
        loss += reg * np.sum(W * W)
        dW += 2 * reg * W
    return loss, dW
