# tries: integers of a million digits, as answers, keys, shapes and exception texts
# base: stub
# may score: 0
# %% task-1-1
HUGE = 10**1_000_000


def softmax(scores):
    return HUGE
# %% task-2-1
def cross_entropy(p, q):
    raise ValueError(HUGE)
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    return HUGE, [[HUGE] * 3] * 4
# %% task-4-1
def sgd(w, dw, config):
    return w, {HUGE: HUGE, 'learning_rate': HUGE}
# %% task-5-1
def step_decay(*args, **kwargs):
    return 1 << 10_000_000
# %% task-5-2
def cosine_decay(*args):
    from fractions import Fraction

    return Fraction(HUGE, HUGE + 1)
# %% task-5-3
def linear_decay(*args):
    return range(HUGE)
# %% last
import sys

if hasattr(sys, 'set_int_max_str_digits'):
    sys.set_int_max_str_digits(0)
HUGE
