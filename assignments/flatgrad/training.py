"""The loop around a loss and its gradient: minibatches, an optimiser, a schedule, a progress bar.

The notebooks write losses, optimisers and schedules; this joins them, so that what is learned in one task is run in
the next. Everything it needs is passed in: no globals, and a Generator for every draw.
"""

import copy
from typing import NamedTuple

import numpy as np

from .progress import progress


class History(NamedTuple):
    """What happened in each iteration: loss and learning_rate, two lists of floats of one length."""

    loss: list
    learning_rate: list


def train(
    loss_fn,
    params,
    X,
    y,
    *,
    optimiser,
    config,
    num_iters,
    rng,
    batch_size=128,
    schedule=None,
    show_progress=True,
):
    """Minimise a loss by minibatch descent.

    loss_fn(params, X_batch, y_batch) -> (loss, gradient); the gradient has the form of params.
    params: an array, or a dict of arrays ({"W1": ..., "b1": ...}). It is not changed.
    X (N, ...), y (N,): the training set; each batch draws batch_size rows of it (all of them if there are fewer),
        without repetition within the batch, and their labels with them.
    optimiser(w, dw, config) -> (next_w, config): called for each array with a config of its own.
    config: dict that holds at least learning_rate, the base rate.
    num_iters: number of steps. rng: numpy Generator. schedule(learning_rate, t) -> the rate of step t (t from 0).
    Returns (params, History). Raises ValueError for X and y of different length, for no rows and for empty batches,
    and FloatingPointError with the iteration when the loss is not finite.
    """
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"X has {len(X)} rows and y has {len(y)} labels; there must be one label per row")
    if len(X) == 0 or batch_size < 1:
        raise ValueError(f"X has {len(X)} rows and batch_size is {batch_size}; a batch needs at least one row")
    single = not isinstance(params, dict)
    # Copies: an optimiser may write into what it is given.
    arrays = {name: np.array(array) for name, array in ({"": params} if single else params).items()}
    configs = {name: copy.deepcopy(config) for name in arrays}
    history = History([], [])
    for t in progress(range(num_iters), desc="training", enabled=show_progress):
        rows = rng.choice(len(X), size=min(batch_size, len(X)), replace=False)
        loss, gradient = loss_fn(arrays[""] if single else arrays, X[rows], y[rows])
        if not np.isfinite(loss):
            advice = (
                f"try a smaller learning_rate than {config['learning_rate']}"
                if t > 0
                else "no step was taken yet, so look at the loss, the data and the first params"
            )
            raise FloatingPointError(f"the loss is {loss} in iteration {t}: {advice}")
        gradients = {"": gradient} if single else gradient
        rate = config["learning_rate"] if schedule is None else schedule(config["learning_rate"], t)
        for name in arrays:
            configs[name]["learning_rate"] = rate
            arrays[name], configs[name] = optimiser(arrays[name], gradients[name], configs[name])
        history.loss.append(float(loss))
        history.learning_rate.append(float(rate))
    return (arrays[""] if single else arrays), history
