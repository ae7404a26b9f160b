# Probabilities are saved; one-hot labels; an f-contiguous copy.
# %% task-3-4
class SoftmaxLoss:
    @staticmethod
    def forward(ctx, scores, labels):
        z = scores - scores.max(1)[:, None]
        e = np.exp(z)
        ctx.save(e / e.sum(1)[:, None], labels)
        return float((np.log(e.sum(1)) - z[range(len(z)), labels]).mean())

    @staticmethod
    def backward(ctx, dout):
        p, labels = ctx.saved
        return dout * (p - np.eye(p.shape[1])[labels]) / p.shape[0], np.zeros_like(labels)
