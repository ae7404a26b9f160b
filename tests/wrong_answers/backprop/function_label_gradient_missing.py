# Only dscores is returned.
# family: types
# fails: test-3-4
# also: test-4-1
# says: must return the tuple \(dscores, dlabels\)
# %% task-3-4
class SoftmaxLoss:
    """scores (N, C), labels (N,) int -> the mean of -log p of the right class."""

    @staticmethod
    def forward(ctx, scores, labels):
        rows = np.arange(len(labels))
        shifted = scores - np.max(scores, axis=1, keepdims=True)  # (N, C)
        log_sums = np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))  # (N, 1)
        log_probs = shifted - log_sums  # (N, C)
        ctx.save(log_probs, labels)
        return -np.mean(log_probs[rows, labels])

    @staticmethod
    def backward(ctx, dout):
        log_probs, labels = ctx.saved
        N = len(labels)
        dscores = np.exp(log_probs)  # (N, C)
        dscores[np.arange(N), labels] -= 1.0
        dscores *= dout / N
        return dscores
