# The fold is remembered, and all others are validated.
# family: leakage
# fails: test-3-2
# says: remembers the fold and validates all others
# %% task-3-2
def cross_validate_k(X_train, y_train, k_choices, num_folds):
    k_to_accuracies = {k: [] for k in k_choices}
    for fold in np.array_split(np.arange(len(X_train)), num_folds):
        rest = np.delete(np.arange(len(X_train)), fold)
        dists = compute_distances_no_loops(X_train[rest], X_train[fold])
        for k in k_choices:
            k_to_accuracies[k].append(np.mean(predict_labels(dists, y_train[fold], k) == y_train[rest]))
    return k_to_accuracies
