# nan is neither above nor below a tolerance.
# family: dishonest
# fails: test-3-1
# also: test-3-3
# says: nan.*finite
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    return np.nan, np.full(W.shape, np.nan)
