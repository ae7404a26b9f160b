# A loop over the examples, with vectors inside.
# family: not vectorised
# fails: test-3-2
# says: loops? in Python
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(N):
        scores = X[i] @ W
        scores = scores - np.max(scores)
        log_probs = scores - np.log(np.sum(np.exp(scores)))
        loss -= log_probs[y[i]]
        dscores = np.exp(log_probs)
        dscores[y[i]] -= 1
        dW += np.outer(X[i], dscores)
    return loss / N + reg * np.sum(W * W), dW / N + 2 * reg * W
