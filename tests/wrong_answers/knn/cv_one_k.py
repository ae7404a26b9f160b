# k is not handed on.
# family: indexing
# fails: test-3-2
# says: is k passed on
# %% task-3-2
def cross_validate_k(X_train, y_train, k_choices, num_folds):
    k_to_accuracies = {k: [] for k in k_choices}
    X_folds, y_folds = np.array_split(X_train, num_folds), np.array_split(y_train, num_folds)
    for f in range(num_folds):
        X_rest = np.concatenate(X_folds[:f] + X_folds[f + 1 :])
        y_rest = np.concatenate(y_folds[:f] + y_folds[f + 1 :])
        dists = compute_distances_no_loops(X_folds[f], X_rest)
        for k in k_choices:
            labels = predict_labels(dists, y_rest)
            k_to_accuracies[k].append(np.mean(labels == y_folds[f]))
    return k_to_accuracies
