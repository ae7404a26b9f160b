# The lowest mean.
# family: formula
# fails: test-3-3
# says: mean over the folds
# %% task-3-3
def choose_best_k(k_to_accuracies):
    return min(k_to_accuracies, key=lambda k: (np.mean(k_to_accuracies[k]), k))
