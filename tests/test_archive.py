"""Reading every container format of the full set, whole and broken."""

import gzip
import io

import numpy as np
import pytest
from PIL import Image
from tiny_cifar import (
    FORMATS,
    assert_same,
    dump_like_python3,
    line,
    make_set,
    npm_files,
    python_files,
    write_folder,
    write_tar,
)

from flatgrad.data import DataError
from flatgrad.data.archive import read

DESCRIPTION, DATA = make_set()


def refused(path):
    with pytest.raises(DataError) as caught:
        read(path, DESCRIPTION)
    return line(caught)


@pytest.mark.parametrize("files", FORMATS.values(), ids=FORMATS)
def test_each_format_packed_and_unpacked(tmp_path, files):
    files = files(DATA)
    assert_same(read(write_tar(tmp_path / "a.tar.gz", files), DESCRIPTION), DATA)
    assert_same(read(write_tar(tmp_path / "a.tar", files, "w"), DESCRIPTION), DATA)
    dotted = {f"./{name}": raw for name, raw in files.items()}
    assert_same(read(write_tar(tmp_path / "dotted.tgz", dotted), DESCRIPTION), DATA)
    folder = write_folder(tmp_path / "folder", files)
    assert_same(read(folder, DESCRIPTION), DATA)
    (inner,) = folder.iterdir()
    assert_same(read(inner, DESCRIPTION), DATA)


def test_python_version_pickled_again_by_python_3(tmp_path):
    files = python_files(DATA, dump_like_python3)
    assert_same(read(write_tar(tmp_path / "a.tar.gz", files), DESCRIPTION), DATA)


def test_python_version_in_fortran_order(tmp_path):
    def dump(batch):
        return dump_like_python3(batch | {"data": np.asfortranarray(batch["data"])})

    assert_same(read(write_tar(tmp_path / "a.tar.gz", python_files(DATA, dump)), DESCRIPTION), DATA)


@pytest.mark.parametrize("files", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("share", [0, 0.001, 0.3, 0.9])
def test_half_an_archive(tmp_path, files, share):
    whole = write_tar(tmp_path / "a.tar.gz", files(DATA)).read_bytes()
    half = tmp_path / "half.tar.gz"
    half.write_bytes(whole[: int(share * len(whole))])
    assert "half.tar.gz" in refused(half)


@pytest.mark.parametrize("files", FORMATS.values(), ids=FORMATS)
def test_a_missing_member_is_named(tmp_path, files):
    files = files(DATA)
    name = next(name for name in files if "test" in name)
    del files[name]
    for path in (write_tar(tmp_path / "a.tgz", files), write_folder(tmp_path / "folder", files)):
        message = refused(path)
        assert "only part" in message and name.rpartition("/")[2] in message


@pytest.mark.parametrize("files", FORMATS.values(), ids=FORMATS)
def test_other_images_or_labels_fail_the_checksum(tmp_path, files):
    _, other = make_set(seed=1)
    assert "wrong checksum" in refused(write_tar(tmp_path / "a.tgz", files(other)))
    DATA.y_test[3], kept = (DATA.y_test[3] + 1) % 10, DATA.y_test[3]
    try:
        path = write_tar(tmp_path / "b.tgz", files(DATA))
    finally:
        DATA.y_test[3] = kept
    assert "wrong checksum" in refused(path)


def test_things_that_are_no_archive(tmp_path):
    (tmp_path / "empty").mkdir()
    assert "no CIFAR-10 archive or folder" in refused(tmp_path / "empty")
    assert "no CIFAR-10 archive or folder" in refused(write_tar(tmp_path / "a.tgz", {"readme": b""}))
    assert "no file or folder" in refused(tmp_path / "absent.tar.gz")
    page = tmp_path / "page.tar.gz"
    page.write_bytes(b"<!doctype html><title>Log in to the network</title>" * 100)
    assert "no CIFAR-10 archive" in refused(page)
    packed = tmp_path / "packed.tar.gz"
    packed.write_bytes(gzip.compress(b"\x00\xff" * 5000))
    assert "no CIFAR-10 archive" in refused(packed)


@pytest.mark.parametrize("files", FORMATS.values(), ids=FORMATS)
def test_flipped_bytes_never_get_through(tmp_path, files):
    """300 damaged tar archives each: the very same images, or one line."""
    whole = write_tar(tmp_path / "a.tar", files(DATA), "w").read_bytes()
    rng = np.random.default_rng(0)
    path = tmp_path / "damaged.tar"
    for _ in range(300):
        damaged = bytearray(whole)
        for place in rng.integers(0, len(whole), rng.integers(1, 4)):
            damaged[place] ^= 1 << rng.integers(8)
        path.write_bytes(damaged)
        try:
            data = read(path, DESCRIPTION)
        except DataError as error:
            assert "\n" not in str(error)
        else:
            assert_same(data, DATA)


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("train_lables.json", b"[" * 700, "not a list of labels"),
        ("train_lables.json", b"[1, 2]", "not 50 labels"),
        ("train_lables.json", b"\xff", "not a list of labels"),
        ("test_lables.json", b"[" + b"true," * 9 + b"true]", "0..9"),
        ("test_lables.json", b"[" + b" " * 10_000 + b"]", "too big"),
        ("data_batch_1.png", b"GIF89a", "not a readable PNG"),
        ("data_batch_1.png", npm_files(DATA)["package/data_batch_1.png"][:900], "not a readable PNG"),
    ],
)
def test_broken_npm_members(tmp_path, name, raw, why):
    message = refused(write_tar(tmp_path / "a.tgz", npm_files(DATA) | {f"package/{name}": raw}))
    assert why in message and name in message


def test_a_png_of_another_shape_is_refused_before_decoding(tmp_path):
    png = io.BytesIO()
    Image.new("RGB", (1024, 4000)).save(png, "PNG")
    files = npm_files(DATA) | {"package/data_batch_1.png": png.getvalue()}
    assert "not 10 rows of 1024 RGB pixels" in refused(write_tar(tmp_path / "a.tgz", files))
