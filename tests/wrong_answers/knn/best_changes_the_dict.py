# The lists are replaced by their means.
# family: purity
# fails: test-3-3
# says: changed its input k_to_accuracies
# %% task-3-3
def choose_best_k(k_to_accuracies):
    for k in k_to_accuracies:
        k_to_accuracies[k] = np.mean(k_to_accuracies[k])
    return min(k_to_accuracies, key=lambda k: (-k_to_accuracies[k], k))
