# The rows that do not fill a fold are never validated.
# family: indexing
# fails: test-3-2
# says: rows are left out
# %% task-3-2
def cross_validate_k(X_train, y_train, k_choices, num_folds):
    size = len(X_train) // num_folds
    rows = np.arange(len(X_train))
    k_to_accuracies = {k: [] for k in k_choices}
    for f in range(num_folds):
        inside = (rows >= f * size) & (rows < (f + 1) * size)
        dists = compute_distances_no_loops(X_train[inside], X_train[~inside])
        for k in k_choices:
            k_to_accuracies[k].append(np.mean(predict_labels(dists, y_train[~inside], k) == y_train[inside]))
    return k_to_accuracies
