# Centred differences instead of the formula.
# family: dishonest
# fails: test-3-1
# also: test-3-3
# says: \d+ digits|differences|numerical
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    def loss_at(W):
        loss = 0.0
        for i in range(len(X)):
            scores = X[i] @ W
            scores = scores - np.max(scores)
            loss += np.log(np.sum(np.exp(scores))) - scores[y[i]]
        return loss / len(X) + reg * np.sum(W * W)

    h = 1e-5
    dW = np.zeros(W.shape)
    for d in range(W.shape[0]):
        for j in range(W.shape[1]):
            step = np.zeros(W.shape)
            step[d, j] = h
            dW[d, j] = (loss_at(W + step) - loss_at(W - step)) / (2 * h)
    return loss_at(W), dW
