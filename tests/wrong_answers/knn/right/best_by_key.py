# One min with a key.
# %% task-3-3
def choose_best_k(k_to_accuracies):
    return min(k_to_accuracies, key=lambda k: (-sum(k_to_accuracies[k]), k))
