# tries: lists 100,000 deep, containers that hold themselves, and a wide tree of shared parts
# base: stub
# may score: 0
# %% task-1-1
def deep(levels, kind=list):
    value = kind()
    for _ in range(levels):
        value = [value] if kind is list else (value,) if kind is tuple else {0: value}
    return value


def softmax(scores):
    return deep(100_000)
# %% task-2-1
def cross_entropy(p, q):
    me = []
    me.append(me)
    return me
# %% task-2-2
def kl_divergence(p, q):
    return deep(100_000, tuple)
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    return deep(45), deep(60)
# %% task-4-1
def sgd(w, dw, config):
    config["config"] = config
    return w, config
# %% task-4-2
def sgd_momentum(w, dw, config):
    return w, deep(100_000, dict)
