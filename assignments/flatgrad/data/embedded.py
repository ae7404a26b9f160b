"""The images that come with flatgrad: the first 5,000 training and 1,000 test images of CIFAR-10."""

import functools
import json
from pathlib import Path

import numpy as np
from PIL import Image

from flatgrad.data.batch import BROKEN_PNG
from flatgrad.data.catalog import CLASSES, SUBSET, Cifar10
from flatgrad.data.error import DataError

FILES = ("train.png", "test.png", "labels.json")
COLUMNS = 50  # image i stands at tile row i // 50, tile column i % 50


def embedded_folder():
    """Where the subset is: inside an installed package, or in datasets/ of a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside, checkout = package / "cifar10", package.parents[1] / "datasets" / "cifar10"
    return inside if inside.is_dir() or not checkout.is_dir() else checkout


def load_embedded(folder=None, description=SUBSET):
    """The subset in `folder` (the one that came with flatgrad, if None), verified, as a `Cifar10` of fresh arrays."""
    folder = Path(folder or embedded_folder())
    try:
        found = [(folder / name).stat() for name in FILES]
        data = _decoded(folder, description, tuple((stat.st_mtime_ns, stat.st_size) for stat in found))
    except (*BROKEN_PNG, OSError, ValueError, LookupError, TypeError, OverflowError):
        raise DataError(
            f"the images that come with flatgrad, in '{folder}', are damaged or missing: "
            "install flatgrad again, or in a checkout restore them (git checkout -- datasets)"
        ) from None
    return Cifar10(*(array.copy() for array in data))


@functools.lru_cache(maxsize=1)
def _decoded(folder, description, stamps):
    """The content of the files. Decoding them takes many times as long as copying. stamps: change when a file does."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    data = Cifar10(
        _tiles(folder / "train.png"),
        np.array(labels["train"], dtype=np.int64),
        _tiles(folder / "test.png"),
        np.array(labels["test"], dtype=np.int64),
    )
    if labels["classes"] != list(CLASSES) or not description.matches(data):
        raise ValueError("not the images that it should be")
    return data


def _tiles(path):
    with Image.open(path, formats=["PNG"]) as image:
        mosaic = np.asarray(image)
    rows = mosaic.shape[0] // 32
    tiles = mosaic.reshape(rows, 32, COLUMNS, 32, 3).transpose(0, 2, 1, 3, 4)
    return tiles.reshape(rows * COLUMNS, 32, 32, 3)  # a copy: the order of the axes changed
