# One row at a time, vectorised over the classes: loops are allowed, not demanded.
# %% task-3-1
def svm_loss_naive(W, X, y, reg):
    loss = reg * np.sum(W * W)
    dW = 2 * reg * W
    for x, label in zip(X, y):
        margins = x @ W - x @ W[:, label] + 1
        margins[label] = 0
        active = (margins > 0).astype(W.dtype)
        active[label] = -active.sum()
        loss = loss + margins[margins > 0].sum() / len(X)
        dW = dW + np.outer(x, active) / len(X)
    return loss, dW
