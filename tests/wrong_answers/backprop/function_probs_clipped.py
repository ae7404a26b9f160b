# The probabilities are clipped at 1e-8.
# family: stability
# fails: test-3-4
# says: never exceeds .*-log of 1e-08: .*the probability is clipped.*use log\(sum.*0\.75 of 1 points
# %% task-3-4
class SoftmaxLoss:
    """scores (N, C), labels (N,) int -> the mean of -log p of the right class."""

    @staticmethod
    def forward(ctx, scores, labels):
        shifted = scores - np.max(scores, axis=1, keepdims=True)  # (N, C)
        exps = np.exp(shifted)  # (N, C)
        probs = exps / np.sum(exps, axis=1, keepdims=True)  # (N, C)
        ctx.save(probs, labels)
        return -np.mean(np.log(np.clip(probs[np.arange(len(labels)), labels], 1e-8, 1.0)))

    @staticmethod
    def backward(ctx, dout):
        probs, labels = ctx.saved
        N = len(labels)
        dscores = probs.copy()  # (N, C)
        dscores[np.arange(N), labels] -= 1.0
        return dscores * dout / N, np.zeros(N)
