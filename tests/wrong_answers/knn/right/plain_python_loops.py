# Three loops and math.
# %% task-1-1
import math


def compute_distances_two_loops(X, X_train):
    dists = []
    for x in X:
        row = []
        for t in X_train:
            row.append(math.sqrt(sum((a - b) ** 2 for a, b in zip(x, t))))
        dists.append(row)
    return np.array(dists)
