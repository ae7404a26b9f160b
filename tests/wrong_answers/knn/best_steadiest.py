# The smallest spread decides.
# family: formula
# fails: test-3-3
# says: is wrong
# %% task-3-3
def choose_best_k(k_to_accuracies):
    return min(k_to_accuracies, key=lambda k: (np.std(k_to_accuracies[k]), k))
