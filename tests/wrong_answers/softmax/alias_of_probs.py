# dscores is probs itself, and the loss is read after 1 was subtracted.
# family: purity
# fails: test-3-2
# also: test-3-3
# says: nan
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    scores = X @ W
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    probs = exps / exps.sum(axis=1, keepdims=True)
    dscores = probs
    dscores[np.arange(N), y] -= 1
    dW = X.T @ dscores / N + 2 * reg * W
    loss = -np.mean(np.log(probs[np.arange(N), y])) + reg * np.sum(W * W)
    return loss, dW
