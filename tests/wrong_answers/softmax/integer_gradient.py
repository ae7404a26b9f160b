# dW is an array of integers, and every part of it is cut off.
# family: types
# fails: test-3-1
# also: test-3-3
# says: integer|int64|dtype|everything is 0
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    num_train = X.shape[0]
    num_classes = W.shape[1]
    loss = 0.0
    dW = np.zeros(W.shape, dtype=int)
    for i in range(num_train):
        scores = X[i] @ W
        scores = scores - np.max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(num_classes):
            prob = np.exp(scores[j] - log_sum)
            if j == y[i]:
                prob -= 1.0
            dW[:, j] = dW[:, j] + prob * X[i] / num_train
    loss /= num_train
    loss += reg * np.sum(W * W)
    dW = dW + 2 * reg * W
    return loss, dW
