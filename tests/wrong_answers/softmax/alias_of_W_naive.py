# dW starts as W itself, which is then scaled in place.
# family: purity
# fails: test-3-1
# also: test-3-3
# says: changed its input W
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    scores = X @ W
    loss = reg * np.sum(W * W)
    dW = W
    dW *= 2 * reg
    for i in range(N):
        shifted = scores[i] - np.max(scores[i])
        log_sum = np.log(np.sum(np.exp(shifted)))
        loss += (log_sum - shifted[y[i]]) / N
        for j in range(C):
            dW[:, j] += X[i] * (np.exp(shifted[j] - log_sum) - (j == y[i])) / N
    return loss, dW
