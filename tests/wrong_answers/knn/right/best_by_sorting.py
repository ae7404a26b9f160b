# Sorted keys and the first best.
# %% task-3-3
def choose_best_k(k_to_accuracies):
    ks = sorted(k_to_accuracies)
    means = [np.mean(k_to_accuracies[k]) for k in ks]
    return ks[int(np.argmax(means))]
