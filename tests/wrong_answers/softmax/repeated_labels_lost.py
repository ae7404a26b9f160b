# dW[:, y] -= X.T counts each label once, however often it occurs.
# family: indexing
# fails: test-3-2
# also: test-3-3
# says: repeat|more than once|same (label|class)|(occurs|twice) 
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(scores), axis=1))
    loss = np.mean(log_sums - scores[np.arange(N), y]) + reg * np.sum(W * W)
    probs = np.exp(scores - log_sums[:, np.newaxis])
    dW = X.T @ probs
    dW[:, y] -= X.T
    dW /= N
    dW += 2 * reg * W
    return loss, dW
