# The first fold decides.
# family: leakage
# fails: test-3-3
# says: 8 has the best|returns 8
# %% task-3-3
def choose_best_k(k_to_accuracies):
    return max(k_to_accuracies, key=lambda k: (k_to_accuracies[k][0], -k))
