# Every third row is a fold.
# family: indexing
# fails: test-3-2
# says: contiguous
# %% task-3-2
def cross_validate_k(X_train, y_train, k_choices, num_folds):
    N = len(X_train)
    k_to_accuracies = {k: [] for k in k_choices}
    for f in range(num_folds):
        inside = np.arange(N) % num_folds == f
        dists = compute_distances_no_loops(X_train[inside], X_train[~inside])
        for k in k_choices:
            k_to_accuracies[k].append(np.mean(predict_labels(dists, y_train[~inside], k) == y_train[inside]))
    return k_to_accuracies
