# The function calls itself for the examples that are left.
# family: not vectorised
# fails: test-3-2
# says: loops? in Python
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    def data_part(i):
        if i == X.shape[0]:
            return 0.0, np.zeros_like(W)
        rest_loss, rest_dW = data_part(i + 1)
        scores = X[i] @ W
        scores = scores - np.max(scores)
        log_probs = scores - np.log(np.sum(np.exp(scores)))
        dscores = np.exp(log_probs)
        dscores[y[i]] -= 1
        return rest_loss - log_probs[y[i]], rest_dW + np.outer(X[i], dscores)

    loss, dW = data_part(0)
    N = X.shape[0]
    return loss / N + reg * np.sum(W * W), dW / N + 2 * reg * W
