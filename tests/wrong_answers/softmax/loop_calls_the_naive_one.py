# The loss with loops does the work.
# family: not vectorised
# fails: test-3-2
# says: loops? in Python
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    loss, dW = softmax_loss_naive(W, X, y, reg)
    return loss, dW
