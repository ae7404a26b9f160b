# The regularisation is averaged together with the data loss.
# family: consistent but wrong
# fails: test-3-1
# says: times too small, and N = \d
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss = reg * np.sum(W * W)
    dW = 2 * reg * W
    for i in range(N):
        scores = X[i] @ W
        scores = scores - np.max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(C):
            dW[:, j] += X[i] * (np.exp(scores[j] - log_sum) - (j == y[i]))
    return loss / N, dW / N
