# The loss lacks its division by N; the gradient is right and keeps its points.
# family: averaging
# fails: test-3-1
# also: test-3-3
# says: times too big, and N = 2.*1 of 2 points
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    num_train = X.shape[0]
    num_classes = W.shape[1]
    loss = 0.0
    dW = np.zeros(W.shape)
    for i in range(num_train):
        scores = X[i] @ W
        scores = scores - np.max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(num_classes):
            prob = np.exp(scores[j] - log_sum)
            if j == y[i]:
                prob -= 1.0
            dW[:, j] += prob * X[i] / num_train
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW
