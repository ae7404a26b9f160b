# A small number, 1e-8, inside the logarithm: it costs what the loss that never overflows is worth.
# family: stability
# fails: test-3-3
# says: never exceeds .*-log of 1e-08: a small number is added inside the logarithm.*use log\(sum
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(N):
        scores = X[i] @ W
        exps = np.exp(scores - np.max(scores))
        probs = exps / np.sum(exps)
        loss += -np.log(probs[y[i]] + 1e-8)
        for j in range(C):
            dW[:, j] += (probs[j] - (j == y[i])) * X[i]
    loss = loss / N + reg * np.sum(W * W)
    dW = dW / N + 2 * reg * W
    return loss, dW
