# A mask for each fold, and the distances anew for each k.
# %% task-3-2
def cross_validate_k(X_train, y_train, k_choices, num_folds):
    accuracies = {}
    for k in k_choices:
        accuracies[k] = []
        for fold in np.array_split(np.arange(len(y_train)), num_folds):
            mask = np.ones(len(y_train), dtype=bool)
            mask[fold] = False
            dists = compute_distances_two_loops(X_train[~mask], X_train[mask])
            right = predict_labels(dists, y_train[mask], k=k) == y_train[~mask]
            accuracies[k].append(right.sum() / right.size)
    return accuracies
