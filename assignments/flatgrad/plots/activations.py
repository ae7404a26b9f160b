"""Pictures of activation functions, and of what they do to the numbers in a hidden layer."""

import matplotlib.pyplot as plt
import numpy as np

from .style import COLOURS

FLAT = 0.01  # a slope below this lets hardly anything of a gradient through


def activation_functions(curves, reach=6.0, columns=3):
    """A panel for each activation: the function and its slope, grey where hardly any gradient comes back.

    curves: {name: f} with f(x) -> (values, slopes), all (N,). -> Figure.
    """
    x = np.linspace(-reach, reach, 401)
    rows = -(-len(curves) // columns)
    size = 3.1 * columns, 2.5 * rows + 0.4
    fig, axes = plt.subplots(rows, columns, figsize=size, squeeze=False, sharex=True, layout="constrained")
    for ax, (name, f) in zip(axes.flat, curves.items(), strict=False):
        values, slopes = f(x)
        ax.axhline(0, color="0.7", linewidth=0.8)
        ax.axvline(0, color="0.7", linewidth=0.8)
        lines = [
            ax.plot(x, values, color=COLOURS[0], linewidth=2, label="function")[0],
            ax.plot(x, slopes, color=COLOURS[5], linewidth=1.8, linestyle="--", label="slope")[0],
        ]
        grey = {"color": "0.88", "label": f"|slope| < {FLAT}", "transform": ax.get_xaxis_transform()}
        area = ax.fill_between(x, 0, 1, where=np.abs(slopes) < FLAT, **grey)
        ax.set(title=name, xlim=(-reach, reach), ylim=(-1.6, 2.6))
    for ax in axes[-1]:
        ax.set_xlabel("x")
    for ax in axes.flat[len(curves) :]:
        ax.axis("off")
    fig.legend(handles=[*lines, area], loc="outside lower center", ncols=3, fontsize=9)
    return fig


def value_histograms(panels, bins=60):
    """A histogram for each array. panels: {title: (values of any shape, label of the axis)}. -> Figure."""
    fig, axes = plt.subplots(1, len(panels), figsize=(4.2 * len(panels), 3.2), squeeze=False, layout="constrained")
    for place, (ax, (title, (values, label))) in enumerate(zip(axes.flat, panels.items(), strict=True)):
        values = np.ravel(values)
        ax.hist(values, bins=bins, weights=np.full(values.size, 100 / values.size), color=COLOURS[place % 6])
        ax.set(title=title, xlabel=label)
    axes[0, 0].set_ylabel("per cent of the numbers")
    return fig


def unit_activity(panels, rows=60):
    """Which hidden unit is active for which example: a dark square where it is. A red mark stands over a dead one.

    panels: {title: hidden values (N, H)}. rows: how many examples are drawn; a unit is dead that is active for none of
    the N. -> Figure.
    """
    fig, axes = plt.subplots(1, len(panels), figsize=(4.9 * len(panels), 4.0), squeeze=False)
    fig.subplots_adjust(left=0.6 / 4.9 / len(panels), right=0.98, top=0.8, bottom=0.14, wspace=0.14)
    for ax, (title, hidden) in zip(axes.flat, panels.items(), strict=True):
        active = np.asarray(hidden) > 0
        ax.imshow(active[:rows], cmap="Greys", vmin=0, vmax=1.4, interpolation="nearest", aspect="auto")
        dead = np.flatnonzero(~active.any(axis=0))
        above = {"transform": ax.get_xaxis_transform(), "clip_on": False}  # 1 is the upper edge of the panel
        ax.scatter(dead, np.full(len(dead), 1.03), marker="v", s=16, color=COLOURS[5], **above)
        ax.set_title(f"{title}\n{len(dead)} of {active.shape[1]} units are dead", fontsize=11, pad=14)
        ax.set_xlabel("hidden unit")
    axes[0, 0].set_ylabel("example")
    return fig
