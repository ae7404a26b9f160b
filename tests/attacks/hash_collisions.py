# tries: dicts and sets with thousands of keys that all have the same hash
# base: stub
# may score: 0
# %% task-1-1
class Slow:
    def __hash__(self):
        return 0

    def __eq__(self, other):
        return self is other


def softmax(scores):
    return {Slow(): 0.0 for _ in range(1000)}
# %% task-4-1
import sys

PRIME = sys.hash_info.modulus
COLLIDING = {PRIME * number: 0.0 for number in range(1, 9_000)}


def sgd(w, dw, config):
    return w, {**COLLIDING, "learning_rate": 0.1}
# %% task-4-2
def sgd_momentum(w, dw, config):
    return w, {(PRIME * number, 0): 0.0 for number in range(1, 9_000)}
# %% task-6-1
def tune_softmax(X_train, y_train, X_val, y_val, rng):
    W = np.zeros((X_train.shape[1], int(max(y_train)) + 1))
    results = {(float(2**61 - 1) * 2.0**number, 0.0): 0.0 for number in range(900)}
    results.update({(PRIME * number, PRIME * number): 0.0 for number in range(9_000)})
    return {"W": W, "learning_rate": 0, "reg": 0, "val_accuracy": 0.0, "results": results}
