# The place of the best k.
# family: indexing
# fails: test-3-3
# says: place of the best k
# %% task-3-3
def choose_best_k(k_to_accuracies):
    return int(np.argmax([np.mean(v) for v in k_to_accuracies.values()]))
