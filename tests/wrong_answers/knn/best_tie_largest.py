# Ties go to the largest k.
# family: types
# fails: test-3-3
# says: smallest of them wins
# same: tie
# %% task-3-3
def choose_best_k(k_to_accuracies):
    means = {k: np.mean(v) for k, v in k_to_accuracies.items()}
    return max(k for k in means if means[k] == max(means.values()))
