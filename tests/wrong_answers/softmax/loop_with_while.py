# A while loop with a counter.
# family: not vectorised
# fails: test-3-2
# says: loops? in Python
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(scores), axis=1, keepdims=True))
    log_probs = scores - log_sums
    loss = 0.0
    dscores = np.exp(log_probs)
    i = 0
    while i < N:
        loss -= log_probs[i, y[i]]
        dscores[i, y[i]] -= 1
        i += 1
    loss = loss / N + reg * np.sum(W * W)
    dW = X.T @ dscores / N + 2 * reg * W
    return loss, dW
