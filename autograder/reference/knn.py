"""k nearest neighbours: distances, votes, folds. Loops where loops are plainest."""

import numpy as np


def compute_distances(X, X_train):
    """L2 distances, sqrt(sum of squared differences). X (N, D), X_train (M, D) -> (N, M) float64."""
    X, X_train = np.asarray(X, dtype=np.float64), np.asarray(X_train, dtype=np.float64)
    dists = np.zeros((len(X), len(X_train)))
    for i, x in enumerate(X):
        diffs = X_train - x  # (M, D)
        dists[i] = np.sqrt(np.sum(diffs**2, axis=1))
    return dists


def compute_distances_by_product(X, X_train):
    """The same as `compute_distances` from |x|² + |t|² - 2 x·t, for measuring how fast it can be.

    Equal points are up to about 1e-7 of their length apart, by rounding.
    """
    X, X_train = np.asarray(X, dtype=np.float64), np.asarray(X_train, dtype=np.float64)
    # The product is the work; the rest is done in place, since another large array costs more than its sums.
    dists = (-2 * X) @ X_train.T  # (N, M)
    dists += _squared_lengths(X)[:, None]  # (N, 1)
    dists += _squared_lengths(X_train)  # (M,)
    np.maximum(dists, 0, out=dists)
    return np.sqrt(dists, out=dists)


def _squared_lengths(X):
    """The sum of the squares of each row, as a product of the row with itself: (N, D) -> (N,)."""
    return (X[:, None, :] @ X[:, :, None])[:, 0, 0]


def predict_labels(dists, y_train, k=1):
    """The most frequent label among the k nearest training rows; of several, the smallest. dists (N, M) -> (N,) int."""
    labels = []
    for row in dists:
        votes = [int(y_train[j]) for j in np.argsort(row, kind="stable")[:k]]
        most = max(votes.count(label) for label in votes)
        labels.append(min(label for label in votes if votes.count(label) == most))
    return np.array(labels, dtype=np.int64)


def cross_validate_k(X_train, y_train, k_choices, num_folds):
    """{k: [accuracy of each fold]}; the folds are contiguous, and the larger ones come first."""
    N = len(X_train)
    rows = np.arange(N)
    sizes = [N // num_folds + (fold < N % num_folds) for fold in range(num_folds)]
    accuracies = {k: [] for k in k_choices}
    start = 0
    for size in sizes:
        inside = (start <= rows) & (rows < start + size)  # (N,)
        dists = compute_distances(X_train[inside], X_train[~inside])
        for k in k_choices:
            labels = predict_labels(dists, y_train[~inside], k)
            accuracies[k].append(float(np.sum(labels == y_train[inside]) / size))
        start += size
    return accuracies


def choose_best_k(k_to_accuracies):
    """The k with the highest mean accuracy; of several, the smallest."""
    return min(k_to_accuracies, key=lambda k: (-sum(k_to_accuracies[k]) / len(k_to_accuracies[k]), k))
