# np.apply_along_axis, which is a loop.
# family: not vectorised
# fails: test-3-2
# says: loops? in Python
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]

    def log_softmax_of_row(scores):
        shifted = scores - np.max(scores)
        return shifted - np.log(np.sum(np.exp(shifted)))

    log_probs = np.apply_along_axis(log_softmax_of_row, 1, X @ W)
    loss = -np.mean(log_probs[np.arange(N), y]) + reg * np.sum(W * W)
    dscores = np.exp(log_probs)
    dscores[np.arange(N), y] -= 1
    dW = X.T @ dscores / N + 2 * reg * W
    return loss, dW
