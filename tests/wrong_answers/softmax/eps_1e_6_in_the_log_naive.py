# A number inside the logarithm that is large enough to be seen in any loss.
# family: stability
# fails: test-3-1
# also: test-3-3
# says: a small number, 1e-06, is added inside the logarithm
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(N):
        scores = X[i] @ W
        exps = np.exp(scores - np.max(scores))
        probs = exps / np.sum(exps)
        loss += -np.log(probs[y[i]] + 1e-6)
        for j in range(C):
            dW[:, j] += (probs[j] - (j == y[i])) * X[i]
    loss = loss / N + reg * np.sum(W * W)
    dW = dW / N + 2 * reg * W
    return loss, dW
