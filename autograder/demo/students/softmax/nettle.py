# like acorn
# Right, and noisy: warns and writes to standard error at every call, which costs no points.
# %% task-1-1
import sys
import warnings


def softmax(scores):
    warnings.warn("softmax was called")
    print("debug: shape", np.shape(scores), file=sys.stderr)
    z = scores - scores.max(axis=-1, keepdims=True)
    return np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)


# %% task-5-2
def cosine_decay(learning_rate, t, T):
    warnings.warn("cosine_decay was called")
    return learning_rate * (1 + np.cos(np.pi * t / T)) / 2
