"""What is timed against what: each vectorised function of the reference at the sizes of the notebooks, on photographs.

A race is (name, {contestant: a call}). The contestant "products" computes the matrix products that the function rests
on, in the order of factors that is fastest, and nothing else.
"""

import numpy as np

from flatgrad import data

from .. import reference
from . import rivals

REG = 0.1
PARAMS = ("W1", "b1", "W2", "b2")


def races():
    """All races, in the order of the course."""
    cifar = data.load_cifar10()
    pixels, test_pixels = data.flatten(cifar.X_train), data.flatten(cifar.X_test[:500])
    yield "distances, 500 x 5000 images", distances(test_pixels, pixels)
    (X,), y = data.standardize(pixels), cifar.y_train
    for name, N in (("5000 images", 5000), ("batch of 64", 64)):
        yield f"SVM loss, {name}", linear(reference.svm_loss, rivals.svm, X[:N], y[:N])
    for name, N in (("5000 images", 5000), ("batch of 128", 128)):
        yield f"softmax loss, {name}", linear(reference.softmax_loss, rivals.softmax, X[:N], y[:N])
    for H in (64, 500):
        yield f"network of {H} units, batch of 100", two_layer(X[:100], y[:100], H)


def distances(X, X_train):
    """The race of the distances without loops."""
    ours = {
        "ours": lambda: reference.compute_distances_by_product(X, X_train),
        "products": lambda: X @ X_train.T,
    }
    return ours | rivals.distances(X, X_train)


def linear(loss, others, X, y):
    """The race of a linear classifier's loss with its gradient."""
    rng = np.random.default_rng(0)
    W, dscores = 0.01 * rng.normal(size=(X.shape[1], 10)), rng.normal(size=(len(X), 10))
    ours = {"ours": lambda: loss(W, X, y, REG), "products": lambda: (X @ W, dscores.T @ X)}
    return ours | others(W, X, y, REG)


def two_layer(X, y, H):
    """The race of the network's loss with all gradients."""
    rng, D, C = np.random.default_rng(0), X.shape[1], 10
    W1, W2 = 0.01 * rng.normal(size=(D, H)), 0.1 * rng.normal(size=(H, C))
    params = dict(zip(PARAMS, (W1, np.zeros(H), W2, np.zeros(C)), strict=True))
    hidden, dscores = rng.normal(size=(len(X), H)), rng.normal(size=(len(X), C))

    def ours():
        loss, grads = reference.two_layer_loss(params, X, y, REG)
        return loss, *(grads[name] for name in PARAMS)

    def products():
        return X @ W1, hidden @ W2, hidden.T @ dscores, dscores @ W2.T, X.T @ hidden

    return {"ours": ours, "products": products} | rivals.two_layer(*params.values(), X, y, REG)
