# The median decides.
# family: formula
# fails: test-3-3
# says: is wrong|returns
# %% task-3-3
def choose_best_k(k_to_accuracies):
    return max(sorted(k_to_accuracies), key=lambda k: np.median(k_to_accuracies[k]))
