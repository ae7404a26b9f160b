# tries: returns generators and iterators that drip or never end
# base: stub
# may score: 0
# %% task-1-1
import itertools
import time


def softmax(scores):
    def drip():
        while True:
            time.sleep(0.5)
            yield 0.5

    return drip()


# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    return itertools.count(), itertools.cycle(W)


# %% task-4-1
def sgd(w, dw, config):
    return iter(lambda: w, None), {"learning_rate": itertools.repeat(0.1)}


# %% task-6-1
class Endless(dict):
    def values(self):
        return itertools.count()

    def __iter__(self):
        return iter(lambda: ("W", "W"), None)

    def __contains__(self, key):
        return any(key is other for other in itertools.count())

    keys = items = values


def tune_softmax(X_train, y_train, X_val, y_val, rng):
    return Endless(W=np.zeros((3072, 10)), learning_rate=1, reg=1, val_accuracy=0.1, results=Endless({(1, 1): 0.1}))
