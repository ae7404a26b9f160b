# The saved probabilities are changed by backward.
# family: purity
# fails: test-3-4
# says: goes backward a second time.*leaves what is saved in ctx as it is
# %% task-3-4
class SoftmaxLoss:
    """scores (N, C), labels (N,) int -> the mean of -log p of the right class."""

    @staticmethod
    def forward(ctx, scores, labels):
        rows = np.arange(len(labels))
        shifted = scores - np.max(scores, axis=1, keepdims=True)  # (N, C)
        log_sums = np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))  # (N, 1)
        log_probs = shifted - log_sums  # (N, C)
        ctx.save(np.exp(log_probs), labels)
        return -np.mean(log_probs[rows, labels])

    @staticmethod
    def backward(ctx, dout):
        probs, labels = ctx.saved
        N = len(labels)
        dscores = probs  # (N, C)
        dscores[np.arange(N), labels] -= 1.0
        dscores *= dout / N
        return dscores, 0.0 * labels
