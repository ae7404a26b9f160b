# The rows are shuffled first.
# family: indexing
# fails: test-3-2
# says: contiguous|another answer|is wrong
# %% task-3-2
def cross_validate_k(X_train, y_train, k_choices, num_folds):
    order = np.random.permutation(len(X_train))
    X, y = X_train[order], y_train[order]
    k_to_accuracies = {k: [] for k in k_choices}
    for fold in np.array_split(np.arange(len(X)), num_folds):
        rest = np.delete(np.arange(len(X)), fold)
        dists = compute_distances_no_loops(X[fold], X[rest])
        for k in k_choices:
            k_to_accuracies[k].append(np.mean(predict_labels(dists, y[rest], k) == y[fold]))
    return k_to_accuracies
