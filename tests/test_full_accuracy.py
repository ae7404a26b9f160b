"""What the notebooks' solutions reach on the whole of CIFAR-10: 49,000 images to train on, 1,000 to validate, 10,000.

Seven minutes on two cores: pytest -m full_data tests/test_full_accuracy.py --durations 0
"""

import os

import numpy as np
import pytest
import solutions

from flatgrad import data
from flatgrad.training import train

pytestmark = pytest.mark.full_data


@pytest.fixture(scope="module")
def cifar():
    return data.load_cifar10(full=True, source=os.environ["FLATGRAD_FULL_SOURCE"])


@pytest.fixture(scope="module")
def standardised(cifar):
    """X_train, y_train, X_val, y_val, X_test, y_test."""
    parts = cifar.X_train[:49000], cifar.X_train[49000:], cifar.X_test
    X_train, X_val, X_test = data.standardize(*(data.flatten(images) for images in parts))
    return X_train, cifar.y_train[:49000], X_val, cifar.y_train[49000:], X_test, cifar.y_test


@pytest.fixture(scope="module")
def centred(cifar):
    """X_train, X_val: flattened pixels from 0 to 255, only their mean taken away."""
    X = data.flatten(cifar.X_train)
    X -= X[:49000].mean(axis=0)
    return X[:49000], X[49000:]


def rng():
    return np.random.default_rng(0)


def test_nearest_neighbour(cifar):
    knn = solutions.of("knn")
    X_train = data.flatten(cifar.X_train)
    right = 0
    for start in range(0, 10000, 500):
        rows = slice(start, start + 500)
        dists = knn["compute_distances_no_loops"](data.flatten(cifar.X_test[rows]), X_train)
        right += np.sum(knn["predict_labels"](dists, cifar.y_train, k=1) == cifar.y_test[rows])
    assert right / 10000 == pytest.approx(0.354, abs=0.0005)


def test_svm(standardised, centred):
    svm = solutions.of("svm")
    X_train, y_train, X_val, y_val, *_ = standardised
    assert svm["tune_linear"](X_train, y_train, X_val, y_val, rng())["val_accuracy"] >= 0.37
    arguments = (10, 1e-4, 0.1, 3000, 128, rng())
    W, _ = svm["train_linear"](svm["svm_loss_vectorized"], X_train, y_train, *arguments)
    assert np.mean(svm["predict_linear"](W, X_val) == y_val) >= 0.40
    arguments = (10, 1e-7, 1e4, 1500, 200, rng())
    W, _ = svm["train_linear"](svm["svm_loss_vectorized"], centred[0], y_train, *arguments)
    assert np.mean(svm["predict_linear"](W, centred[1]) == y_val) >= 0.37


@pytest.mark.parametrize(
    ("form", "rate", "reg", "least"), [("centred", 1e-7, 1e4, 0.36), ("standardised", 1e-2, 0.01, 0.41)]
)
def test_softmax(standardised, centred, form, rate, reg, least):
    softmax = solutions.of("softmax")
    X_train, y_train, X_val, y_val, *_ = standardised
    if form == "centred":
        X_train, X_val = centred
    W, _ = train(
        lambda W, X, y: softmax["softmax_loss_vectorized"](W, X, y, reg),
        1e-4 * rng().normal(size=(3072, 10)),
        X_train,
        y_train,
        optimiser=softmax["sgd"],
        config={"learning_rate": rate},
        schedule=lambda rate, t: softmax["cosine_decay"](rate, t, 3000),
        num_iters=3000,
        rng=rng(),
        batch_size=256,
        show_progress=False,
    )
    assert np.mean(np.argmax(X_val @ W, axis=1) == y_val) >= least


def test_two_layer_net_as_the_notebook_tunes_it(standardised):
    net = solutions.of("two_layer_net")
    X_train, y_train, X_val, y_val, *_ = standardised
    assert net["tune_two_layer"](X_train, y_train, X_val, y_val, rng())["val_accuracy"] >= 0.50


@pytest.mark.parametrize(("hidden_dim", "val", "test"), [(100, 0.53, 0.52), (500, 0.565, 0.559)])
def test_two_layer_net_for_twenty_epochs(standardised, hidden_dim, val, test):
    net = solutions.of("two_layer_net")
    X_train, y_train, X_val, y_val, X_test, y_test = standardised
    start = net["init_two_layer"](3072, hidden_dim, 10, 0.01, rng())
    settings = (net["sgd_momentum"], net["cosine_decay"], 0.02, 0.003, 20, 100, rng())
    params, _ = net["train_two_layer"](net["two_layer_loss"], start, X_train, y_train, *settings)
    assert np.mean(net["predict_two_layer"](params, X_val) == y_val) >= val
    assert np.mean(net["predict_two_layer"](params, X_test) == y_test) >= test
