"""Pictures of networks and of the regions they cut the plane into."""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap

from .style import COLOURS

MARKERS = "osD^vP"
SHADES = ListedColormap(["#9FC8E3", "#F7DDA5", "#9BD6C3", "#EBCBDD", "#CFE9F7", "#F0B892"])  # of the first COLOURS


def polar_rings(X, y):
    """Rings in the plane and by radius and angle, each with the best linear boundary in the sense of least squares.

    X (N, 2), y (N,) with labels 0 and 1. The titles say how many points lie on the right side. -> Figure.
    """
    turned = np.stack([np.hypot(X[:, 0], X[:, 1]), np.arctan2(X[:, 1], X[:, 0])], axis=1)  # (N, 2)
    fig, axes = plt.subplots(1, 2, figsize=(9.4, 4.2), layout="constrained")
    for ax, points, names in ((axes[0], X, ("x", "y")), (axes[1], turned, ("radius", "angle"))):
        with_one = np.column_stack([points, np.ones(len(points))])
        weights = np.linalg.lstsq(with_one, 2.0 * y - 1, rcond=None)[0]

        def predict(at, weights=weights):
            return (at @ weights[:2] + weights[2] > 0).astype(int)

        _regions(ax, predict, points, y)
        share = np.mean(predict(points) == y)
        ax.set(xlabel=names[0], ylabel=names[1], title=f"by {' and '.join(names)}: a line gets {share:.0%} right")
    axes[0].set_aspect("equal")
    return fig


def decision_regions(predictors, X, y, columns=3):
    """A panel for each classifier: what it says of each point of the plane, and the points that it was trained on.

    predictors: {title: predict} with predict(points (M, 2)) -> labels (M,); X (N, 2), y (N,). -> Figure.
    """
    columns = min(columns, len(predictors))
    rows = -(-len(predictors) // columns)
    size = 3.1 * columns, 3.1 * rows
    fig, axes = plt.subplots(rows, columns, figsize=size, squeeze=False, layout="constrained")
    for ax, (title, predict) in zip(axes.flat, predictors.items(), strict=False):
        _regions(ax, predict, X, y)
        ax.set(title=title, aspect="equal", xticks=[], yticks=[])
        ax.set_title(title, fontsize=10)
    for ax in axes.flat[len(predictors) :]:
        ax.axis("off")
    return fig


def network_layers(sizes, names):
    """A fully connected network: a column of circles for each layer, and a line for each weight.

    sizes: the number of units of each layer; names: what stands under each column. -> Figure.
    """
    fig, ax = plt.subplots(figsize=(2.6 * len(sizes), 3.2), layout="constrained")
    columns = [np.arange(size) - (size - 1) / 2 for size in sizes]
    for place, (left, right) in enumerate(pairwise(columns)):
        for a in left:
            for b in right:
                ax.plot([place, place + 1], [a, b], color="0.75", linewidth=0.9, zorder=1)
    low = min(column[0] for column in columns)
    for place, (column, name) in enumerate(zip(columns, names, strict=True)):
        colour = COLOURS[0] if 0 < place < len(sizes) - 1 else COLOURS[1]
        ax.scatter(np.full(len(column), place), column, s=260, color=colour, edgecolor="black", zorder=2)
        ax.text(place, low - 0.75, name, ha="center", va="top", fontsize=10)
    ax.set(xlim=(-0.6, len(sizes) - 0.4), ylim=(low - 1.7, -low + 0.5))
    ax.axis("off")
    return fig


def _regions(ax, predict, X, y):
    """The labels of a fine grid as colours, with the points on top."""
    low, high = X.min(axis=0), X.max(axis=0)
    margin = 0.08 * (high - low)
    xs, ys = (np.linspace(a - m, b + m, 160) for a, b, m in zip(low, high, margin, strict=True))
    grid = np.stack(np.meshgrid(xs, ys), axis=-1)  # (160, 160, 2)
    labels = np.asarray(predict(grid.reshape(-1, 2))).reshape(grid.shape[:2])
    ax.pcolormesh(xs, ys, labels, cmap=SHADES, vmin=-0.5, vmax=SHADES.N - 0.5, shading="nearest", rasterized=True)
    for label in range(int(y.max()) + 1):
        style = {"color": COLOURS[label], "marker": MARKERS[label], "edgecolor": "white", "linewidth": 0.5}
        ax.scatter(*X[y == label].T, s=22, **style)
