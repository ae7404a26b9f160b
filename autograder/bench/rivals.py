"""The values of the reference by scikit-learn and PyTorch, written as their users would: what it is timed beside.

Each function takes the arguments of the reference's and returns {library: a call}. What is done once for many calls,
such as wrapping arrays as tensors, is done before. A library that is not installed, or has no such thing, is left out.
"""

import importlib
import os

import numpy as np

try:
    import torch
    from torch.nn import functional
except ImportError:
    torch = None
try:
    import sklearn
    from sklearn.metrics.pairwise import euclidean_distances
    from sklearn.neural_network import MLPClassifier
except ImportError:
    sklearn = None

LIBRARIES = {"scikit-learn": sklearn, "PyTorch": torch}
if torch is not None:
    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))


def distances(X, X_train):
    """All L2 distances: (N, M)."""
    calls = {}
    if sklearn is not None:
        calls["scikit-learn"] = lambda: euclidean_distances(X, X_train)
    if torch is not None:
        rows, train_rows = torch.from_numpy(X), torch.from_numpy(X_train)
        calls["PyTorch"] = lambda: torch.cdist(rows, train_rows)
    return calls


def svm(W, X, y, reg):
    """(loss, dW) of the hinge loss. scikit-learn has it only inside of a solver."""

    def loss(W, X, y):
        # PyTorch's is divided by the number of classes.
        return W.shape[1] * functional.multi_margin_loss(X @ W, y) + reg * torch.sum(W * W)

    return {} if torch is None else {"PyTorch": _with_gradients(loss, [W], X, y)}


def softmax(W, X, y, reg):
    """(loss, dW) of the softmax loss."""

    def loss(W, X, y):
        return functional.cross_entropy(X @ W, y) + reg * torch.sum(W * W)

    sklearn_call = _sklearn_softmax(W, X, y, reg)
    calls = {} if sklearn_call is None else {"scikit-learn": sklearn_call}
    return calls if torch is None else calls | {"PyTorch": _with_gradients(loss, [W], X, y)}


def two_layer(W1, b1, W2, b2, X, y, reg):
    """(loss, dW1, db1, dW2, db2) of the two-layer network."""

    def loss(W1, b1, W2, b2, X, y):
        scores = functional.relu(X @ W1 + b1) @ W2 + b2
        return functional.cross_entropy(scores, y) + reg * (torch.sum(W1 * W1) + torch.sum(W2 * W2))

    sklearn_call = _sklearn_two_layer(W1, b1, W2, b2, X, y, reg)
    calls = {} if sklearn_call is None else {"scikit-learn": sklearn_call}
    return calls if torch is None else calls | {"PyTorch": _with_gradients(loss, [W1, b1, W2, b2], X, y)}


def _with_gradients(loss, params, *constants):
    """A call that returns loss(*params, *constants) and its gradients with respect to params, by autograd."""
    params = [torch.tensor(param, requires_grad=True) for param in params]
    constants = [torch.from_numpy(array) for array in constants]

    def call():
        value = loss(*params, *constants)
        return value.detach(), *torch.autograd.grad(value, params)

    return call


def _sklearn_softmax(W, X, y, reg):
    """What LogisticRegression minimises, or None where this private part of scikit-learn is not as it was."""
    try:
        losses = importlib.import_module("sklearn._loss")
        linear = importlib.import_module("sklearn.linear_model._linear_loss")
        pointwise = losses.HalfMultinomialLoss(n_classes=W.shape[1])
        objective = linear.LinearModelLoss(base_loss=pointwise, fit_intercept=False)
        labels = y.astype(np.float64)

        def call():
            # With the number of threads that LogisticRegression asks for, one: with two its loss takes longer.
            loss, gradient = objective.loss_gradient(W.T, X, labels, l2_reg_strength=2 * reg)  # half of it times W * W
            return loss, gradient.T

        call()
    except (ImportError, AttributeError, TypeError, ValueError):
        return None
    return call


def _sklearn_two_layer(W1, b1, W2, b2, X, y, reg):
    """What MLPClassifier does for a batch, or None where this private part of scikit-learn is not as it was."""
    if sklearn is None:
        return None
    # Its penalty is alpha / (2 N) times the squares. One step of learning lays everything out.
    network = MLPClassifier(b1.shape, solver="sgd", alpha=2 * reg * len(X), max_iter=1)
    network.partial_fit(X, y, classes=np.arange(len(b2)))
    network.coefs_, network.intercepts_ = [W1, W2], [b1, b2]
    one_hot = np.eye(len(b2))[y]

    def call():
        deltas, weights, biases = ([None, None] for _ in range(3))
        loss, *_ = network._backprop(X, one_hot, None, [X, None, None], deltas, weights, biases)
        return loss, weights[0], biases[0], weights[1], biases[1]

    try:
        call()
    except (AttributeError, TypeError, ValueError):
        return None
    return call
