# One matrix of distances for all rows, cut for each fold.
# %% task-3-2
def cross_validate_k(X_train, y_train, k_choices, num_folds):
    dists = compute_distances_one_loop(X_train, X_train)
    rows = np.arange(len(y_train))
    result = {k: np.zeros(num_folds) for k in k_choices}
    for f, fold in enumerate(np.array_split(rows, num_folds)):
        rest = np.delete(rows, fold)
        for k in k_choices:
            labels = predict_labels(dists[np.ix_(fold, rest)], y_train[rest], k)
            result[k][f] = np.mean(labels == y_train[fold])
    return result
