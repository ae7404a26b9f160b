# The smallest k.
# family: formula
# fails: test-3-3
# says: mean over the folds|place
# %% task-3-3
def choose_best_k(k_to_accuracies):
    return min(k_to_accuracies)
