# tries: hands the work to the grader's own reference functions
# base: stub
# may score: 0
# %% first
import importlib, sys
import numpy as np
try:
    from autograder import reference as ref

    print("BREACH the reference can be imported")
    softmax, cross_entropy, kl_divergence = ref.softmax, ref.cross_entropy, ref.kl_divergence
    softmax_loss_naive = softmax_loss_vectorized = ref.softmax_loss
    sgd, sgd_momentum, rmsprop, adam = ref.sgd, ref.sgd_momentum, ref.rmsprop, ref.adam
    step_decay, cosine_decay, linear_decay = ref.step_decay, ref.cosine_decay, ref.linear_decay
    inverse_sqrt_decay = ref.inverse_sqrt_decay
except Exception as error:
    print("no reference:", type(error).__name__)
for name in ("autograder.session", "autograder.scoring", "autograder.grading", "autograder.gradebook", "nbgrader.api"):
    try:
        module = importlib.import_module(name)
        if name.startswith("autograder"):
            print("BREACH imported", name, [n for n in dir(module) if not n.startswith("_")])
    except Exception as error:
        print(name, type(error).__name__)
# %% task-1-1
pass  # defined in the first cell
# %% task-2-1
pass  # defined in the first cell
# %% task-2-2
pass  # defined in the first cell
# %% task-3-1
pass  # defined in the first cell
# %% task-3-2
pass  # defined in the first cell
# %% task-4-1
pass  # defined in the first cell
# %% task-4-2
pass  # defined in the first cell
# %% task-4-3
pass  # defined in the first cell
# %% task-4-4
pass  # defined in the first cell
# %% task-5-1
pass  # defined in the first cell
# %% task-5-2
pass  # defined in the first cell
# %% task-5-3
pass  # defined in the first cell
# %% task-5-4
pass  # defined in the first cell
# %% task-6-1
pass  # defined in the first cell
