# Squared distance of the probabilities from one-hot; its gradient is right for that loss.
# family: consistent but wrong
# fails: test-3-1
# also: test-3-3
# says: -?\blog\b|logarithm
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(N):
        scores = X[i] @ W
        exps = np.exp(scores - np.max(scores))
        probs = exps / np.sum(exps)
        diffs = probs - np.eye(C)[y[i]]
        loss += np.sum(diffs * diffs) / N
        dprobs = 2 * diffs / N
        dscores = probs * (dprobs - np.sum(dprobs * probs))
        dW += np.outer(X[i], dscores)
    return loss + reg * np.sum(W * W), dW + 2 * reg * W
