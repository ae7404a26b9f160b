"""The reference for k nearest neighbours against SciPy, scikit-learn, exact arithmetic and the published counts."""

from fractions import Fraction

import numpy as np
import pytest
from scipy.spatial.distance import cdist
from scipy.stats import mode
from sklearn.model_selection import KFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier

from autograder import reference
from flatgrad import data

pytestmark = pytest.mark.filterwarnings("error")
SHAPES = [(1, 1, 1), (1, 4, 3), (5, 1, 2), (6, 9, 1), (7, 7, 7), (30, 20, 50)]
DISTANCES = [reference.compute_distances, reference.compute_distances_by_product]
# The first 5,000 training images against the first 500 test images, ties to the smallest label.
RIGHT_OF_500 = {1: 137, 3: 136, 5: 139, 8: 137, 10: 141, 12: 128, 20: 136, 50: 126, 100: 111}


@pytest.mark.parametrize("distances", DISTANCES)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e4])
def test_distances_as_scipy_has_them(distances, shape, scale):
    N, M, D = shape
    rng = np.random.default_rng(1)
    X, X_train = scale * rng.normal(size=(N, D)), scale * rng.normal(size=(M, D))
    found = distances(X, X_train)
    assert found.shape == (N, M) and found.dtype == np.float64
    np.testing.assert_allclose(found, cdist(X, X_train), rtol=1e-9)


def test_distances_of_whole_numbers_are_exact():
    X, X_train = np.array([[0, 0], [5, 12]], dtype=np.uint8), np.array([[3, 4], [8, 8], [5, 0]], dtype=np.uint8)
    np.testing.assert_array_equal(reference.compute_distances(X, X_train), [[5, np.sqrt(128), 5], [np.sqrt(68), 5, 12]])


def test_equal_points_are_at_distance_0():
    X = 100 * np.random.default_rng(2).normal(size=(50, 33))
    assert not np.any(np.diagonal(reference.compute_distances(X, X)))
    by_product = np.diagonal(reference.compute_distances_by_product(X, X))
    assert np.max(by_product) < 1e-6 * np.max(np.linalg.norm(X, axis=1))


def test_a_vote_by_hand():
    # Nearest first: 5, 8, 2, 8, 2 and 8, 5, 2, 2, 8 and 8, 8, 2, 2, 5.
    dists = np.array([[5.0, 2, 1, 3, 4], [3, 5, 2, 4, 1], [3, 1, 5, 4, 2]])
    y_train = np.array([2, 8, 5, 2, 8])
    for k, labels in {1: [5, 8, 8], 2: [5, 5, 8], 3: [2, 2, 8], 4: [8, 2, 2], 5: [2, 2, 2]}.items():
        found = reference.predict_labels(dists, y_train, k)
        assert found.tolist() == labels and found.dtype == np.int64
    assert reference.predict_labels(dists, y_train).tolist() == [5, 8, 8]


@pytest.mark.parametrize("k", [1, 2, 3, 5, 12])
@pytest.mark.parametrize("classes", [1, 2, 5])
def test_votes_as_scipy_and_scikit_learn_count_them(k, classes):
    rng = np.random.default_rng(3)
    X, X_train, y_train = rng.normal(size=(40, 3)), rng.normal(size=(12, 3)), 4 + 3 * rng.integers(0, classes, size=12)
    dists = reference.compute_distances(X, X_train)
    found = reference.predict_labels(dists, y_train, k)
    # Both return the smallest of several labels that are equally frequent.
    np.testing.assert_array_equal(found, mode(y_train[np.argsort(dists, axis=1)[:, :k]], axis=1).mode)
    np.testing.assert_array_equal(found, KNeighborsClassifier(k, algorithm="brute").fit(X_train, y_train).predict(X))


@pytest.mark.parametrize(("N", "num_folds"), [(12, 3), (23, 4), (31, 5), (9, 9), (7, 2)])
def test_folds_as_scikit_learn_cuts_them(N, num_folds):
    rng = np.random.default_rng(N)
    X, y = rng.normal(size=(N, 2)), rng.integers(0, 3, size=N)
    ks = [3, 1, 2]
    found = reference.cross_validate_k(X, y, ks, num_folds)
    assert list(found) == ks
    for k in ks:
        classifier = KNeighborsClassifier(k, algorithm="brute")
        expected = cross_val_score(classifier, X, y, cv=KFold(num_folds))
        np.testing.assert_allclose(found[k], expected, rtol=1e-12)
        assert len(found[k]) == num_folds and all(isinstance(accuracy, float) for accuracy in found[k])


def test_a_validated_row_is_not_remembered():
    rng = np.random.default_rng(5)
    (accuracies,) = reference.cross_validate_k(rng.normal(size=(400, 1)), rng.integers(0, 2, size=400), [1], 4).values()
    assert 0.4 < np.mean(accuracies) < 0.6


def test_the_best_k_by_exact_means():
    rng = np.random.default_rng(6)
    for _ in range(200):
        choices = rng.choice(50, size=6, replace=False).tolist()
        results = {k: (rng.integers(0, 5, size=4) / 4).tolist() for k in choices}
        means = {k: sum(map(Fraction, values)) / 4 for k, values in results.items()}
        assert reference.choose_best_k(results) == min(k for k in means if means[k] == max(means.values()))


def test_published_counts_on_photographs():
    cifar = data.load_cifar10()
    X, X_train = data.flatten(cifar.X_test[:500]), data.flatten(cifar.X_train)
    dists = reference.compute_distances_by_product(X, X_train)
    for k, right in RIGHT_OF_500.items():
        assert np.sum(reference.predict_labels(dists, cifar.y_train, k) == cifar.y_test[:500]) == right
