# Half the regularisation, in both losses and both gradients.
# family: consistent but wrong
# fails: test-3-1 test-3-2
# says: exactly half|½ \* reg \* sum\(W \* W\) too little
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
            dW[:, j] += prob * X[i]
    loss /= num_train
    dW /= num_train
    loss += 0.5 * reg * np.sum(W * W)
    dW += reg * W
    return loss, dW


# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    log_probs = shifted - log_sums
    data_loss = -np.sum(log_probs[rows, y]) / N
    reg_loss = 0.5 * reg * np.sum(W * W)
    loss = data_loss + reg_loss
    dscores = np.exp(log_probs)
    dscores[rows, y] -= 1.0
    dscores /= N
    dW = X.T @ dscores
    dW += reg * W
    return loss, dW
