# The vectorised loss is the one with loops.
# family: not vectorised
# fails: test-3-2
# says: loops? in Python
# %% task-3-2
def svm_loss_vectorized(W, X, y, reg):
    return svm_loss_naive(W, X, y, reg)
