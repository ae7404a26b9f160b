# Not a number.
# family: dishonest
# fails: test-3-1
# says: nan
# %% task-3-1
def svm_loss_naive(W, X, y, reg):
    return np.nan, np.nan * W
