# The slides' layout inside: W (C, D) times x (D, N).
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    Wt, Xt = W.T, X.T
    N = Xt.shape[1]
    scores = Wt @ Xt
    margins = np.maximum(0, scores - scores[y, np.arange(N)] + 1.0)
    margins[y, np.arange(N)] = 0
    loss = margins.sum() / N + reg * (Wt * Wt).sum()
    ds = np.sign(margins)
    ds[y, np.arange(N)] -= ds.sum(axis=0)
    dWt = ds @ Xt.T / N + 2 * reg * Wt
    return loss, dWt.T
