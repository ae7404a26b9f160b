# Loops over examples, classes and features, and nothing of numpy but exp and log.
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    N, D = X.shape
    C = W.shape[1]
    loss = 0.0
    dW = np.zeros((D, C))
    for i in range(N):
        scores = []
        for j in range(C):
            score = 0.0
            for d in range(D):
                score += X[i, d] * W[d, j]
            scores.append(score)
        largest = max(scores)
        total = 0.0
        for j in range(C):
            total += np.exp(scores[j] - largest)
        loss += np.log(total) - (scores[y[i]] - largest)
        for j in range(C):
            dscore = np.exp(scores[j] - largest) / total
            if j == y[i]:
                dscore -= 1
            for d in range(D):
                dW[d, j] += dscore * X[i, d]
    loss /= N
    dW /= N
    for d in range(D):
        for j in range(C):
            loss += reg * W[d, j] ** 2
            dW[d, j] += 2 * reg * W[d, j]
    return loss, dW
