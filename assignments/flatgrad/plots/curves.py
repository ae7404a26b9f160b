"""Lines over time or over a setting: losses, learning rates, accuracies."""

from itertools import cycle

import matplotlib.pyplot as plt
import numpy as np

from .style import STYLES


def loss_curves(losses, title="Loss while training", baseline=None, smooth=25):
    """Loss against iteration, the raw values faint behind a running mean.

    losses: {name: sequence of floats}; baseline: (value, label) of a dotted line; smooth: length of the mean.
    -> Figure.
    """
    fig, ax = plt.subplots(figsize=(9, 3.8), layout="constrained")
    for (name, values), style in zip(losses.items(), cycle(STYLES), strict=False):
        values = np.asarray(values, dtype=np.float64)
        width = max(1, min(smooth, len(values)))
        mean = np.convolve(values, np.ones(width) / width, mode="valid") if len(values) else values
        ax.plot(values, color=style["color"], alpha=0.35, linewidth=0.8)
        ax.plot(np.arange(len(mean)) + width - 1, mean, label=name, linewidth=1.8, **style)
    if baseline is not None:
        ax.axhline(baseline[0], color="black", linestyle=":", linewidth=1, label=baseline[1])
    ax.set(xlabel="iteration", ylabel="loss", title=title)
    ax.legend(fontsize=9, loc="center left", bbox_to_anchor=(1, 0.5))
    return fig


def schedules(rates, title="Learning-rate schedules", xlabel="t", steps=()):
    """Learning rates against time. rates: {name: sequence of floats}; steps: names drawn as a staircase. -> Figure."""
    fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
    for (name, values), style in zip(rates.items(), cycle(STYLES), strict=False):
        ax.plot(values, label=name, linewidth=1.8, drawstyle="steps-post" if name in steps else "default", **style)
    ax.set(xlabel=xlabel, ylabel="learning rate", title=title)
    ax.legend(fontsize=9)
    return fig


def tuning_curves(results):
    """Validation accuracy of each setting tried, one line per regularisation strength.

    results: {(learning_rate, reg): accuracy}. The vertical axis spans at least 0.1: noise should not look large.
    -> Figure.
    """
    fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
    for reg, style in zip(sorted({reg for _, reg in results}), cycle(STYLES), strict=False):
        points = sorted((rate, accuracy) for (rate, r), accuracy in results.items() if r == reg)
        ax.plot(*np.transpose(points), marker="o", label=f"reg = {reg:g}", **style)
    low, high = ax.get_ylim()
    room = max(0.0, 0.1 - (high - low)) / 2
    ax.set_ylim(low - room, high + room)
    rates = sorted({rate for rate, _ in results})
    ax.set(xscale="log", xlabel="learning rate", ylabel="validation accuracy", title="What the search tried")
    ax.set_xticks(rates, [f"{rate:g}" for rate in rates])
    ax.set_xticks([], minor=True)
    ax.legend(fontsize=9)
    return fig
