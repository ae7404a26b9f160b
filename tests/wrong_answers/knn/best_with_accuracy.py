# k and its accuracy.
# family: axis and shape
# fails: test-3-3
# says: shape
# %% task-3-3
def choose_best_k(k_to_accuracies):
    k = min(k_to_accuracies, key=lambda k: (-np.mean(k_to_accuracies[k]), k))
    return k, np.mean(k_to_accuracies[k])
