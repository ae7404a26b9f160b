# Three loops, plain numbers only.
# %% task-3-1
def svm_loss_naive(W, X, y, reg):
    D, C = W.shape
    loss, dW = 0, np.zeros((D, C))
    for xi, yi in zip(X, y):
        s = [sum(xi[d] * W[d, j] for d in range(D)) for j in range(C)]
        for j in range(C):
            if j != yi and s[j] - s[yi] + 1 > 0:
                loss += s[j] - s[yi] + 1
                for d in range(D):
                    dW[d, j] += xi[d]
                    dW[d, yi] -= xi[d]
    return loss / len(X) + reg * (W * W).sum(), dW / len(X) + 2 * reg * W
