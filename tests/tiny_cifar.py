"""A set built like CIFAR-10, but of 60 images, in each real container format: what the data tests load."""

import hashlib
import io
import json
import pickle
import struct
import tarfile

import numpy as np
from PIL import Image

from flatgrad.data.catalog import Cifar10, Description

BATCH = 10  # images per batch file


def make_set(url="", package="", seed=0):
    """(Description, Cifar10) of 50 + 10 random images."""
    rng = np.random.default_rng(seed)
    images = rng.integers(0, 256, (6 * BATCH, 32, 32, 3), dtype=np.uint8)
    labels = rng.integers(0, 10, 6 * BATCH)
    cut = 5 * BATCH
    data = Cifar10(images[:cut], labels[:cut], images[cut:], labels[cut:])
    sums = [
        hashlib.sha256(X.tobytes() + y.astype(np.uint8).tobytes()).hexdigest()
        for X, y in ((data.X_train, data.y_train), (data.X_test, data.y_test))
    ]
    return Description(cut, BATCH, *sums, url=url, package=package), data


def batches(data):
    """(name, images, labels) of the six batch files."""
    names = [f"data_batch_{i}" for i in range(1, 6)] + ["test_batch"]
    images, labels = np.concatenate([data.X_train, data.X_test]), np.concatenate([data.y_train, data.y_test])
    for i, name in enumerate(names):
        part = slice(i * BATCH, (i + 1) * BATCH)
        yield name, images[part], labels[part]


def planes(images):
    """Rows of 3072 bytes: all red, all green, all blue."""
    return np.ascontiguousarray(images.transpose(0, 3, 1, 2)).reshape(len(images), -1)


def binary_files(data):
    """{member name: bytes} of the official binary version."""
    files = {
        "cifar-10-batches-bin/readme.html": b"<html>",
        "cifar-10-batches-bin/batches.meta.txt": b"airplane\n",
    }
    for name, images, labels in batches(data):
        records = np.concatenate([labels.astype(np.uint8)[:, None], planes(images)], axis=1)
        files[f"cifar-10-batches-bin/{name}.bin"] = records.tobytes()
    return files


def python_files(data, dump=None):
    """{member name: bytes} of the official Python version; `dump` pickles the dict of a batch."""
    dump = dump or dump_like_python2
    files = {"cifar-10-batches-py/batches.meta": b"never read"}
    for name, images, labels in batches(data):
        files[f"cifar-10-batches-py/{name}"] = dump({"data": planes(images), "labels": labels.tolist()})
    return files


def dump_like_python2(batch):
    """The opcodes Python 2 and its numpy wrote into the official files: even the pixels are a BINSTRING."""

    def text(raw):
        return b"T" + struct.pack("<i", len(raw)) + raw

    rows, columns = (struct.pack("<H", size) for size in batch["data"].shape)
    array = (
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\nK\x00\x85" + text(b"b") + b"tR"
        b"(K\x01M" + rows + b"M" + columns + b"\x86"
        b"cnumpy\ndtype\n(" + text(b"u1") + b"K\x00K\x01tR"
        b"(K\x03" + text(b"|") + b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
        b"\x89" + text(batch["data"].tobytes()) + b"tb"
    )
    labels = b"](" + b"".join(b"K" + bytes([label]) for label in batch["labels"]) + b"e"
    return b"\x80\x02}(" + text(b"data") + array + text(b"labels") + labels + b"u."


def dump_like_python3(batch):
    """What Python 3 writes with protocol 2, as in repacked copies: bytes go through _codecs.encode."""
    return pickle.dumps({b"data": batch["data"], b"labels": batch["labels"]}, protocol=2)


def npm_files(data):
    """{member name: bytes} of the npm package, misspelt label files included."""
    files = {"package/package.json": b"{}"}
    for name, images, _ in batches(data):
        png = io.BytesIO()
        Image.fromarray(images.reshape(len(images), 1024, 3)).save(png, "PNG")
        files[f"package/{name}.png"] = png.getvalue()
    files["package/train_lables.json"] = json.dumps(data.y_train.tolist()).encode()
    files["package/test_lables.json"] = json.dumps(data.y_test.tolist()).encode()
    return files


FORMATS = {"binary": binary_files, "python": python_files, "npm": npm_files}


def write_tar(path, files, mode="w:gz"):
    """A tar archive of {member name, or TarInfo: bytes}."""
    with tarfile.open(path, mode) as archive:
        for member, raw in files.items():
            if isinstance(member, str):
                member = tarfile.TarInfo(member)
                member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))
    return path


def write_folder(path, files):
    """The same files, unpacked."""
    for name, raw in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(raw)
    return path


def assert_same(one, other):
    """Two Cifar10 hold the same arrays, of the promised dtypes, fresh and writable."""
    for name, a, b in zip(Cifar10._fields, one, other, strict=True):
        assert a.dtype == b.dtype == (np.uint8 if name.startswith("X") else np.int64)
        assert a.flags.writeable
        np.testing.assert_array_equal(a, b)


def line(caught):
    """The message of a caught DataError, after checking that a student sees one line and no trace."""
    message = str(caught.value)
    assert message and "\n" not in message and len(message) < 500
    assert caught.value._render_traceback_() == [f"DataError: {message}"]
    assert caught.value.__cause__ is None and (caught.value.__suppress_context__ or not caught.value.__context__)
    return message


def kept(folder):
    """Names left in a cache folder, apart from the empty lock file."""
    return sorted(path.name for path in folder.iterdir() if path.name != "cifar10.lock") if folder.is_dir() else []
