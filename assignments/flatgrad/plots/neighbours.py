"""Pictures about distances and neighbours: pixels as numbers, two distances, who is nearest, who wins the vote."""

from itertools import cycle

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.patches import Circle, Polygon, Rectangle

from .style import COLOURS, STYLES

MARKERS = "osD^vPX*"
RIGHT = COLOURS[2]


def pixel_numbers(image, row, column, size=8, channel=0):
    """An image with a frame around a crop, and beside it the numbers of one colour of the crop, and nothing else.

    image (H, W, 3) uint8; row, column: the crop's top left pixel; size: its height and width; channel: 0, 1, 2 for
    red, green, blue. -> Figure.
    """
    fig, (left, right) = plt.subplots(1, 2, figsize=(9, 4.4), layout="constrained")
    left.imshow(image, interpolation="nearest")
    left.add_patch(Rectangle((column - 0.5, row - 0.5), size, size, fill=False, edgecolor=COLOURS[5], linewidth=2.5))
    left.set_title(f"{image.shape[0]} × {image.shape[1]} pixels")
    left.axis("off")
    crop = image[row : row + size, column : column + size, channel]
    right.set(xlim=(-0.5, size - 0.5), ylim=(size - 0.5, -0.5), aspect="equal")
    for (i, j), number in np.ndenumerate(crop):
        right.text(j, i, str(number), ha="center", va="center", fontsize=9)
    right.set(xticks=range(size), xticklabels=range(column, column + size), xlabel="column", ylabel="row")
    right.set(yticks=range(size), yticklabels=range(row, row + size))
    right.set_title(f"the {('red', 'green', 'blue')[channel]} numbers inside the frame")
    return fig


def two_distances(query, points, names):
    """Who is nearest by L1 and who by L2: the diamond and the circle around query through its nearest point.

    query (2,), points (N, 2), names: N strings. -> Figure.
    """
    query, points = np.asarray(query, dtype=np.float64), np.asarray(points, dtype=np.float64)
    l1 = np.sum(np.abs(points - query), axis=1)
    l2 = np.sqrt(np.sum((points - query) ** 2, axis=1))
    reach = 1.15 * max(l1.min(), l2.min(), np.max(np.abs(points - query)))
    fig, axes = plt.subplots(1, 2, figsize=(8.4, 4.2), layout="constrained", sharex=True, sharey=True)
    diamond = query + l1.min() * np.array([[1, 0], [0, 1], [-1, 0], [0, -1]])
    style = {"fill": False, "edgecolor": COLOURS[0], "linestyle": "--", "linewidth": 1.8}
    for ax, title, lengths, shape in (
        (axes[0], "L1: |a| + |b|", l1, Polygon(diamond, **style)),
        (axes[1], "L2: √(a² + b²)", l2, Circle(query, l2.min(), **style)),
    ):
        ax.add_patch(shape)
        ax.plot(*query, marker="*", color="black", markersize=13, linestyle="")
        for place, (point, name, length) in enumerate(zip(points, names, lengths, strict=True)):
            nearest = bool(place == np.argmin(lengths))
            ax.plot(*point, marker="os"[nearest], color=COLOURS[5 if nearest else 0], markersize=10 if nearest else 7)
            shift = (9, 7) if point[1] >= query[1] else (0, -17)  # away from the line
            ax.annotate(f"{name}: {length:.2f}", point, textcoords="offset points", xytext=shift, fontsize=10)
        ax.set(title=f"{title}, nearest: {names[np.argmin(lengths)]}", xlabel="first pixel", aspect="equal")
        ax.set(xlim=query[0] + np.array([-1, 1.3]) * reach, ylim=query[1] + np.array([-1, 1.15]) * reach)
    axes[0].set_ylabel("second pixel")
    return fig


def nearest_images(images, neighbours, labels, neighbour_labels, classes):
    """Each image at the left of a row of its neighbours, nearest first; those of its own class have a thick frame.

    images (N, H, W, 3); neighbours (N, k, H, W, 3); labels (N,), neighbour_labels (N, k) ints; classes: names.
    -> Figure.
    """
    count, k = neighbour_labels.shape
    size, head, gap = 1.0, 0.28, 0.35
    width, height = (k + 1) * size + gap, count * (size + head)
    fig = plt.figure(figsize=(width, height))
    for row in range(count):
        pictures = [images[row], *neighbours[row]]
        for column, (image, label) in enumerate(zip(pictures, [labels[row], *neighbour_labels[row]], strict=True)):
            left = (column * size + (gap if column else 0) + 0.04) / width
            ax = fig.add_axes((left, 1 - (row + 1) * (size + head) / height + 0.04 / height, 0.9 / width, 0.9 / height))
            ax.imshow(image, interpolation="nearest")
            ax.set(xticks=[], yticks=[])
            ax.set_title(classes[label], fontsize=9, pad=4, fontweight="normal" if column else "bold")
            mine = column > 0 and label == labels[row]
            ax.spines[:].set(visible=mine, linewidth=4, edgecolor=RIGHT)
    return fig


def vote_regions(predictions, X, y, extent):
    """The plane coloured by the class that a classifier gives each place, with the training points on it.

    predictions: {title: (H, W) int labels of a grid over extent = (left, right, bottom, top), first row at the
    bottom}, a panel each; X (N, 2), y (N,) ints. -> Figure.
    """
    classes = int(max(np.max(y), *(np.max(labels) for labels in predictions.values()))) + 1
    colours = ListedColormap([COLOURS[c % len(COLOURS)] for c in range(classes)])
    fig, axes = plt.subplots(
        1, len(predictions), figsize=(3.7 * len(predictions), 3.9), squeeze=False, layout="constrained", sharey=True
    )
    for ax, (title, labels) in zip(axes.flat, predictions.items(), strict=True):
        area = {"cmap": colours, "vmin": -0.5, "vmax": classes - 0.5, "interpolation": "nearest", "alpha": 0.35}
        ax.imshow(labels, origin="lower", extent=extent, **area)
        for c in range(classes):
            mine, marker = X[y == c], MARKERS[c % len(MARKERS)]
            ax.scatter(*mine.T, s=22, marker=marker, color=colours(c), edgecolors="black", linewidths=0.6)
        ax.set(title=title, xlabel="x[0]", aspect="equal")
    axes[0, 0].set_ylabel("x[1]")
    return fig


def accuracy_by_k(accuracies, title, chance=None):
    """Accuracy against k, a line for each name. accuracies: {name: {k: accuracy}}; chance: a dotted line. -> Figure."""
    fig, ax = plt.subplots(figsize=(7, 3.8), layout="constrained")
    styles = cycle(zip(STYLES, MARKERS, strict=True))
    for (name, points), (style, marker) in zip(accuracies.items(), styles, strict=False):
        ax.plot(*zip(*sorted(points.items()), strict=True), marker=marker, label=name, **style)
    _label_k(ax, {k for points in accuracies.values() for k in points}, title, chance)
    return fig


def fold_accuracies(k_to_accuracies, title="Accuracy in each fold", chance=None):
    """Every fold as dots on a thin line, and the folds' mean with one standard deviation up and down, against k.

    k_to_accuracies: {k: [accuracy per fold]}. -> Figure.
    """
    ks = sorted(k_to_accuracies)
    folds = [np.asarray(k_to_accuracies[k], dtype=np.float64) for k in ks]
    means, deviations = ([f(fold) for fold in folds] for f in (np.mean, np.std))
    fig, ax = plt.subplots(figsize=(7, 3.8), layout="constrained")
    for place in range(max(map(len, folds), default=0)):
        # A line for each fold: it is the same images for every k, so what matters is how the lines run.
        points = [(k, fold[place]) for k, fold in zip(ks, folds, strict=True) if place < len(fold)]
        label = None if place else "one fold"
        ax.plot(*np.transpose(points), "o-", color=COLOURS[1], markersize=5, linewidth=0.8, alpha=0.8, label=label)
    ax.errorbar(ks, means, yerr=deviations, color=COLOURS[0], marker="s", capsize=4, label="mean ± one deviation")
    _label_k(ax, ks, title, chance)
    return fig


def _label_k(ax, ks, title, chance):
    if chance is not None:
        ax.axhline(chance, color="black", linestyle=":", linewidth=1, label="guessing")
    ax.set(xscale="log", xlabel="k", ylabel="accuracy", title=title)
    ax.set_xticks(sorted(ks), [str(k) for k in sorted(ks)])
    ax.set_xticks([], minor=True)
    ax.legend(fontsize=9)
