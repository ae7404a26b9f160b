"""Decoding one batch file of CIFAR-10, in each of the formats it is published in.

The bytes are not trusted: whatever is wrong with them raises a ValueError, and nothing in them is executed.
Each decoder takes the raw bytes and the number of images, and returns (images, labels): uint8 (n, 32, 32, 3)
and integers (n,), or None for the part that its format keeps in another file.
"""

import io
import json
import pickle
import struct
import zlib

import numpy as np
from PIL import Image

from flatgrad.data.catalog import CLASSES, IMAGE_BYTES

# What Pillow raises for bytes that are no PNG, or a broken one.
BROKEN_PNG = (OSError, SyntaxError, EOFError, struct.error, zlib.error, Image.DecompressionBombError)


def from_binary(raw, n):
    """Official binary version: n records of one label byte, then 1024 red, 1024 green and 1024 blue bytes."""
    records = np.frombuffer(raw, np.uint8).reshape(n, 1 + IMAGE_BYTES)
    return _from_planes(records[:, 1:]), records[:, 0]


def from_pickle(raw, n):
    """Official Python version: a pickled dict of `data` (n, 3072) uint8 and `labels`, a list of n ints."""
    try:
        batch = _Unpickler(io.BytesIO(raw), encoding="bytes").load()
        batch = {key.decode() if isinstance(key, bytes) else key: value for key, value in batch.items()}
        planes, labels = batch["data"].array(), batch["labels"]
    except Exception as error:  # hostile bytes can raise nearly anything here
        raise ValueError(f"not a CIFAR-10 pickle ({error})") from None
    return _from_planes(planes.reshape(n, IMAGE_BYTES)), _labels(labels, n)


def from_png(raw, n):
    """The npm package: one PNG row of 1024 RGB pixels per image, row-major."""
    try:
        with Image.open(io.BytesIO(raw), formats=["PNG"]) as image:
            if image.size != (1024, n) or image.mode != "RGB":  # known before any pixel is decoded
                raise ValueError(f"not {n} rows of 1024 RGB pixels")
            pixels = np.asarray(image)
    except BROKEN_PNG as error:
        raise ValueError(f"not a readable PNG ({error})") from None
    return pixels.reshape(n, 32, 32, 3), None


def from_json(raw, n):
    """The npm package's labels: a JSON list of n ints."""
    try:
        return None, _labels(json.loads(raw), n)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not a list of labels ({error})") from None


def _from_planes(planes):
    return planes.reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)


def _labels(labels, n):
    if not isinstance(labels, list) or len(labels) != n:
        raise ValueError(f"not {n} labels")
    if not all(type(label) is int and 0 <= label < len(CLASSES) for label in labels):
        raise ValueError("labels other than 0..9")
    return np.array(labels, dtype=np.uint8)


class _Array:
    """Stands in for the array being rebuilt, so that no numpy constructor runs on bytes from outside."""

    def __init__(self, *ignored):
        pass

    def __setstate__(self, state):
        _, self.shape, self.type, self.fortran, self.raw = state

    def array(self):
        if self.type.code not in ("u1", b"u1"):
            raise ValueError("the images are not uint8")
        return np.frombuffer(self.raw, np.uint8).reshape(self.shape, order="F" if self.fortran else "C")


class _Type:
    """Stands in for numpy.dtype; only its code ("u1" is uint8) matters."""

    def __init__(self, code, *ignored):
        self.code = code

    def __setstate__(self, state):
        pass


def _encode(text, codec):
    """Stands in for _codecs.encode, which Python 3 uses to put bytes into an old-protocol pickle."""
    if codec not in ("latin1", b"latin1"):
        raise pickle.UnpicklingError(f"refused: codec {codec}")
    return text.encode("latin1")


ALLOWED = {
    ("numpy", "ndarray"): _Array,
    ("numpy", "dtype"): _Type,
    ("numpy.core.multiarray", "_reconstruct"): _Array,
    ("numpy._core.multiarray", "_reconstruct"): _Array,  # numpy 2 writes this name
    ("_codecs", "encode"): _encode,
}


class _Unpickler(pickle.Unpickler):
    """Knows the few names an array's pickle holds, and refuses every other: a pickle can run any code."""

    def find_class(self, module, name):
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(f"refused: it asks for {module}.{name}")
        return ALLOWED[module, name]
