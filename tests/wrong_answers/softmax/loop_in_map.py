# map and a lambda.
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
    losses = np.array(list(map(lambda row, label: -row[label], log_probs, y)))
    loss = np.mean(losses) + reg * np.sum(W * W)
    dscores = np.exp(log_probs)
    dscores[np.arange(N), y] -= 1
    dW = X.T @ dscores / N + 2 * reg * W
    return loss, dW
