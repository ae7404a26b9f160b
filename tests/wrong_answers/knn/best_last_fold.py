# The last fold decides.
# family: leakage
# fails: test-3-3
# says: last fold
# %% task-3-3
def choose_best_k(k_to_accuracies):
    return max(k_to_accuracies, key=lambda k: (k_to_accuracies[k][-1], -k))
