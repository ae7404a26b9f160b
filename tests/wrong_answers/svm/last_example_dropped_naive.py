# The last example is not looked at.
# family: indexing
# fails: test-3-1
# says: the last example is missing; the rest is right
# same: last_example_dropped
# %% task-3-1
def svm_loss_naive(W, X, y, reg):
    num_train = X.shape[0]
    num_classes = W.shape[1]
    dW = np.zeros(W.shape)
    loss = 0.0
    for i in range(num_train - 1):
        scores = X[i].dot(W)
        correct_class_score = scores[y[i]]
        for j in range(num_classes):
            if j == y[i]:
                continue
            margin = scores[j] - correct_class_score + 1
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    loss /= num_train
    dW /= num_train
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW
