# tries: answers of a gigabyte, honest ones and ones that only claim to be
# base: stub
# may score: 0
# %% task-1-1
def softmax(scores):
    return np.zeros(120_000_000)
# %% task-2-1
def cross_entropy(p, q):
    return list(range(2_000_000))
# %% task-2-2
def kl_divergence(p, q):
    return range(10**15)
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    return 'x' * 200_000_000, W
# %% task-4-1
def sgd(w, dw, config):
    config.update({str(number): number for number in range(300_000)})
    return w, config
# %% task-4-2
def sgd_momentum(w, dw, config):
    doubled = [0.0]
    for _ in range(40):
        doubled = [doubled, doubled]
    return doubled, config
# %% task-5-1
def step_decay(*args, **kwargs):
    return b'x' * 300_000_000
# %% task-5-2
def cosine_decay(*args):
    return np.zeros(3_000_000, object)
