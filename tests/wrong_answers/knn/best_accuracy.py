# The best accuracy.
# family: indexing
# fails: test-3-3
# says: accuracy, not a k
# %% task-3-3
def choose_best_k(k_to_accuracies):
    return max(np.mean(v) for v in k_to_accuracies.values())
