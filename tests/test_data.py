"""The public face flatgrad.data: what it needs, what an error looks like, and its helpers."""

import subprocess
import sys
import textwrap

import numpy as np
import pytest
from tiny_cifar import line

from flatgrad.data import DataError, flatten, load_cifar10, standardize


@pytest.fixture(scope="module")
def subset():
    return load_cifar10()


def test_a_source_without_full_is_not_silently_ignored():
    with pytest.raises(DataError) as caught:
        load_cifar10(source="npm")
    assert "full=True" in line(caught)


def test_needs_only_numpy_and_pillow():
    """In a process where no other package can be imported; tqdm and matplotlib not even tried."""
    program = """
        import sys

        class Refuse:
            def find_spec(self, name, path=None, target=None):
                top = name.partition(".")[0]
                if top not in sys.stdlib_module_names and top not in ("numpy", "PIL", "flatgrad"):
                    refused.add(top)
                    raise ModuleNotFoundError(name)

        refused = set()
        sys.meta_path.insert(0, Refuse())
        from flatgrad.data import load_cifar10
        assert load_cifar10().X_train.shape == (5000, 32, 32, 3)
        assert not refused & {"tqdm", "matplotlib"}, refused
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_ipython_shows_the_line_and_no_trace(tmp_path):
    """IPython's terminal prints exceptions by the same code as its notebook kernel."""
    program = "from flatgrad.data import load_cifar10; load_cifar10(source='npm')"
    command = [sys.executable, "-m", "IPython", "--no-banner", f"--ipython-dir={tmp_path}", "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    shown = done.stdout + done.stderr
    assert "DataError: source='npm' is for the full set only" in shown
    assert "Traceback" not in shown and "load_embedded" not in shown


def test_flatten_keeps_values_and_order(subset):
    rows = flatten(subset.X_train[:3])
    assert rows.shape == (3, 3072) and rows.dtype == np.float64
    np.testing.assert_array_equal(rows[1].reshape(32, 32, 3), subset.X_train[1])
    assert flatten(subset.X_train[:3], np.float32).dtype == np.float32
    assert flatten(subset.X_train[:0]).shape == (0, 3072)
    floats = np.zeros((2, 3, 4))
    flatten(floats)[:] = 1
    assert not floats.any()


@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float64, 1e-12), (np.float32, 1e-4)])
def test_standardize_uses_the_training_part_only(subset, dtype, tolerance):
    train, test = flatten(subset.X_train[:500], dtype), flatten(subset.X_test[:50], dtype)
    before = train.copy()
    new_train, new_test = standardize(train, test)
    assert new_train.dtype == new_test.dtype == dtype
    np.testing.assert_array_equal(train, before)
    np.testing.assert_allclose(new_train.mean(axis=0, dtype=float), 0, atol=tolerance)
    np.testing.assert_allclose(new_train.std(axis=0, dtype=float), 1, atol=tolerance)
    expected = (test - train.astype(float).mean(axis=0)) / train.astype(float).std(axis=0)
    np.testing.assert_allclose(new_test, expected, atol=10 * tolerance)


def test_standardize_leaves_constant_features_unscaled():
    train = np.stack([np.full(10_000, 0.1), np.arange(10_000.0)], axis=1)  # the mean of 0.1s is not quite 0.1
    new_train, new_test = standardize(train, np.array([[1.1, 0.0]]))
    np.testing.assert_allclose(new_train[:, 0], 0, atol=1e-12)
    np.testing.assert_allclose(new_test[0, 0], 1, atol=1e-12)
    np.testing.assert_allclose(new_train[:, 1].std(), 1)


def test_standardize_refuses_what_cannot_fit():
    with pytest.raises(ValueError, match="empty"):
        standardize(np.zeros((0, 3)))
    with pytest.raises(ValueError, match="do not fit"):
        standardize(np.zeros((2, 3)), np.zeros((2, 4)))


def test_standardize_takes_images_as_they_are(subset):
    (images,) = standardize(subset.X_train[:100])
    assert images.shape == (100, 32, 32, 3) and images.dtype == np.float64
    np.testing.assert_allclose(images.std(axis=0), 1)
