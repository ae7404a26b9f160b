"""The embedded subset: what a notebook gets without a network, its facts, and what damage looks like."""

import hashlib
import json

import numpy as np
import pytest
from PIL import Image
from tiny_cifar import line

from flatgrad.data import CLASSES, DataError, flatten, load_cifar10
from flatgrad.data.embedded import embedded_folder, load_embedded


@pytest.fixture(scope="module")
def subset():
    return load_cifar10()


def test_shapes_dtypes_and_first_labels(subset):
    assert subset.X_train.shape == (5000, 32, 32, 3) and subset.X_train.dtype == np.uint8
    assert subset.X_test.shape == (1000, 32, 32, 3) and subset.X_test.dtype == np.uint8
    assert subset.y_train.shape == (5000,) and subset.y_train.dtype == np.int64
    assert subset.y_test.shape == (1000,) and subset.y_test.dtype == np.int64
    assert [CLASSES[i] for i in subset.y_train[:4]] == ["frog", "truck", "truck", "deer"]
    assert [CLASSES[i] for i in subset.y_test[:4]] == ["cat", "ship", "ship", "airplane"]


def test_nearest_neighbours_get_the_reference_counts(subset):
    """Brute-force L2, 5,000 training and the first 500 test images, ties to the smallest label."""
    train, test = flatten(subset.X_train), flatten(subset.X_test[:500])
    distances = (train**2).sum(axis=1) - 2 * test @ train.T  # exact: all are whole numbers below 2**53
    nearest = subset.y_train[np.argsort(distances, axis=1, kind="stable")]
    right = {}
    for k in (1, 3, 5, 8, 10, 12, 20, 50, 100):
        votes = (nearest[:, :k, None] == np.arange(10)).sum(axis=1)
        right[k] = int((votes.argmax(axis=1) == subset.y_test[:500]).sum())
    assert right == {1: 137, 3: 136, 5: 139, 8: 137, 10: 141, 12: 128, 20: 136, 50: 126, 100: 111}


def test_each_call_gives_fresh_writable_arrays(subset):
    again = load_cifar10()
    assert all(array.flags.writeable for array in again)
    again.X_train[:] = 0
    again.y_train[:] = 0
    assert load_cifar10().X_train.any() and subset.y_train.any()


def test_embedded_files_match_their_sums_and_size():
    folder = embedded_folder()
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    assert [entry.split("  ")[1] for entry in lines] == ["labels.json", "test.png", "train.png"]
    for entry in lines:
        digest, name = entry.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert sum(path.stat().st_size for path in folder.iterdir()) < 14e6


def damage_labels(folder):
    labels = json.loads((folder / "labels.json").read_text())
    labels["train"][0] = (labels["train"][0] + 1) % 10
    (folder / "labels.json").write_text(json.dumps(labels))


def damage_pixel(folder):
    pixels = np.array(Image.open(folder / "test.png"))
    pixels[0, 0, 0] ^= 1
    Image.fromarray(pixels).save(folder / "test.png")


@pytest.mark.parametrize(
    "damage",
    [
        damage_labels,
        damage_pixel,
        lambda folder: (folder / "labels.json").write_text("{"),
        lambda folder: (folder / "labels.json").write_text("[]"),
        lambda folder: (folder / "labels.json").write_text('{"train": [1e400], "test": []}'),
        lambda folder: (folder / "test.png").unlink(),
        lambda folder: (folder / "test.png").write_bytes(b""),
        lambda folder: (folder / "test.png").write_bytes((folder / "test.png").read_bytes()[:100_000]),
        lambda folder: Image.new("RGB", (50, 50)).save(folder / "test.png"),
        lambda folder: Image.new("L", (1600, 640)).save(folder / "test.png"),
    ],
)
def test_a_damaged_subset_is_one_clear_line(tmp_path, damage):
    for path in embedded_folder().iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    load_embedded(tmp_path)
    damage(tmp_path)
    with pytest.raises(DataError) as caught:
        load_embedded(tmp_path)
    assert "damaged or missing" in line(caught) and str(tmp_path) in line(caught)
