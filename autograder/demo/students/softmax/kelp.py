# like acorn
# Loops for ever: the counter is never raised.
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    loss, dW, i = 0.0, np.zeros(W.shape), 0
    while i < len(X):
        scores = X[i] @ W
        scores = scores - scores.max()
        loss += np.log(np.exp(scores).sum()) - scores[y[i]]
    return loss / len(X) + reg * np.sum(W * W), dW
