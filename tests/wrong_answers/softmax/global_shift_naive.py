# One shift for all examples.
# family: stability
# fails: test-3-3
# says: own (maximum|largest)
# same: global_shift
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    num_train = X.shape[0]
    num_classes = W.shape[1]
    loss = 0.0
    largest = np.max(X @ W)
    dW = np.zeros(W.shape)
    for i in range(num_train):
        scores = X[i] @ W
        scores = scores - largest
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(num_classes):
            prob = np.exp(scores[j] - log_sum)
            if j == y[i]:
                prob -= 1.0
            dW[:, j] += prob * X[i]
    loss /= num_train
    dW /= num_train
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW
