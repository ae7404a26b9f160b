# The margins are counted first; the right class is done once per example.
# %% task-3-1
def svm_loss_naive(W, X, y, reg):
    losses, grads = [], []
    for i in range(len(X)):
        scores = W.T @ X[i]
        count, li, g = 0, 0.0, np.zeros_like(W)
        for j, s in enumerate(scores):
            m = max(0, s - scores[y[i]] + 1)
            if j == y[i] or m == 0:
                continue
            count, li = count + 1, li + m
            g[:, j] = X[i]
        g[:, y[i]] = -count * X[i]
        losses.append(li)
        grads.append(g)
    return np.mean(losses) + reg * np.sum(np.square(W)), sum(grads) / len(grads) + 2 * reg * W
