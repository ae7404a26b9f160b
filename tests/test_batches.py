"""The batches of the training loop: distinct rows with their own labels, from the whole set."""

import numpy as np
import pytest

from flatgrad.training import train


def run(loss_fn, X, y, seed=0, num_iters=5, **options):
    return train(
        loss_fn,
        np.zeros(1),
        X,
        y,
        optimiser=lambda w, dw, config: (w, config),
        config={"learning_rate": 0.1},
        num_iters=num_iters,
        rng=np.random.default_rng(seed),
        show_progress=False,
        **options,
    )


def batches(num_rows, batch_size, num_iters, seed=0):
    """The row ids of each batch; image and label both carry the id."""
    ids, seen = np.arange(num_rows), []

    def loss_fn(w, X, y):
        np.testing.assert_array_equal(X, np.broadcast_to(y[:, None, None], (len(y), 2, 2)))
        seen.append(y.tolist())
        return 1.0, 0 * w

    images = np.repeat(ids, 4).reshape(-1, 2, 2)
    run(loss_fn, images, ids, num_iters=num_iters, batch_size=batch_size, seed=seed)
    return seen


def test_batches_hold_distinct_rows_with_their_labels_and_come_from_all_of_them():
    seen = batches(50, 8, 60)
    assert len(seen) == 60 and all(len(batch) == len(set(batch)) == 8 for batch in seen)
    counts = np.bincount(np.concatenate(seen), minlength=50)
    assert counts.min() > 0 and counts.max() < 30  # each row is expected 9.6 times


def test_a_batch_larger_than_the_set_is_the_set():
    assert [sorted(batch) for batch in batches(5, 8, 3)] == [[0, 1, 2, 3, 4]] * 3


def test_the_default_batch_holds_128_rows():
    sizes = []
    run(lambda w, X, y: (sizes.append(len(y)) or 1.0, w), np.zeros((300, 2)), np.zeros(300))
    assert set(sizes) == {128}


def test_the_seed_decides():
    assert batches(50, 8, 5, seed=1) == batches(50, 8, 5, seed=1) != batches(50, 8, 5, seed=2)


X, y = np.zeros((5, 2)), np.zeros(5)


def unused(w, X, y):
    raise AssertionError("the loss was asked for")


@pytest.mark.parametrize(("num_rows", "num_labels"), [(4, 3), (3, 4), (1, 0)])
def test_rows_without_labels_are_refused(num_rows, num_labels):
    with pytest.raises(ValueError, match=rf"X has {num_rows} rows and y has {num_labels} labels"):
        run(unused, X[:num_rows], y[:num_labels])


@pytest.mark.parametrize(("num_rows", "batch_size"), [(0, 5), (5, 0), (5, -1)])
def test_empty_batches_are_refused(num_rows, batch_size):
    with pytest.raises(ValueError, match="at least one row"):
        run(unused, X[:num_rows], y[:num_rows], batch_size=batch_size)
