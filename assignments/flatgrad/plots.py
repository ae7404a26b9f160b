"""Every plot of the notebooks, so that a cell there is one line.

Each function draws one figure and returns it; end the line with a semicolon in a notebook, or it is shown twice.
Colours are Okabe and Ito's (2008), told apart by colour-blind readers too, and lines also differ by their dashes.
"""

from itertools import cycle

import matplotlib.pyplot as plt
import numpy as np
from cycler import cycler

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#000000", "#F0E442")
DASHES = ("-", "--", "-.", ":", (0, (5, 1)), (0, (3, 1, 1, 1)), (0, (1, 1)), (0, (8, 2)))
STYLES = cycler(color=COLOURS) + cycler(linestyle=DASHES)


def image_grid(images, titles=None, columns=10, size=1.0):
    """Images in a grid. images (N, H, W, 3) uint8 or floats in [0, 1]; titles: N strings. -> Figure."""
    rows = -(-len(images) // columns)
    head = 0.25 if titles is not None else 0.0
    width, height = columns * size, rows * (size + head)
    fig = plt.figure(figsize=(width, height))
    for i, image in enumerate(images):
        row, column = divmod(i, columns)
        # Placed by hand: a layout engine takes seconds for a few dozen axes.
        bottom = 1 - (row + 1) * (size + head) / height
        ax = fig.add_axes((column / columns, bottom, 0.94 / columns, 0.94 * size / height))
        ax.imshow(image, interpolation="nearest")
        ax.axis("off")
        if titles is not None:
            ax.set_title(titles[i], fontsize=8, pad=3)
    return fig


def probability_bars(images, probs, y, classes, title=None):
    """Each image above a bar chart of its class probabilities, with its label and the class of the longest bar.

    images (N, H, W, 3); probs (N, C) with rows that sum to 1; y (N,) int labels, whose bars are outlined;
    classes: C names; title: a line above all of it. -> Figure.
    """
    height = 4.4 if title is None else 4.8
    fig, axes = plt.subplots(2, len(images), figsize=(1.9 * len(images), height), squeeze=False)
    fig.subplots_adjust(left=0.07, right=0.99, top=3.96 / height, bottom=0.48 / height, hspace=0.06, wspace=0.1)
    if title is not None:
        fig.suptitle(title, y=1 - 0.1 / height, va="top", fontsize=12)
    for i, image in enumerate(images):
        top, bottom = axes[:, i]
        top.imshow(image, interpolation="nearest")
        top.set_title(f"label: {classes[y[i]]}\nsays: {classes[np.argmax(probs[i])]}", fontsize=9)
        top.axis("off")
        bars = bottom.barh(range(len(classes)), probs[i], color=COLOURS[4])
        bars[y[i]].set(facecolor=COLOURS[1], edgecolor="black")
        bottom.set(xlim=(0, 1), xlabel="probability", yticks=range(len(classes)))
        bottom.set_xticks([0, 0.5], ["0", "0.5"])  # a 1 would touch the 0 of the next chart
        bottom.set_yticklabels(classes if i == 0 else [], fontsize=8)
        bottom.invert_yaxis()
    return fig


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


def optimiser_paths(surfaces, paths):
    """Paths of optimisers over the contours of functions of two variables: one panel each, the axes the same in all.

    surfaces: {title: f} with f(w) for w (2, ...) -> (...); paths: {title: {name: (T, 2) points}}, the same titles.
    The first path of a panel is a wide line below the others, so that it shows where another one covers it. -> Figure.
    """
    points = np.concatenate([path for title in surfaces for path in paths[title].values()])
    points = points[np.isfinite(points).all(axis=1)]  # a path that ends in nan is drawn as far as it goes
    low, high = points.min(axis=0), points.max(axis=0)
    margin = 0.15 * (high - low) + 0.1
    xs, ys = (np.linspace(a - m, b + m, 120) for a, b, m in zip(low, high, margin, strict=True))
    fig, axes = plt.subplots(1, len(surfaces), figsize=(6 * len(surfaces), 3.6), squeeze=False, layout="constrained")
    for ax, (title, f) in zip(axes.flat, surfaces.items(), strict=True):
        values = f(np.stack(np.meshgrid(xs, ys)))
        rise = values - values.min()
        if rise.max() > 0:
            ax.contour(xs, ys, rise, levels=rise.max() * np.geomspace(1e-4, 1, 14), colors="0.75", linewidths=0.7)
        for i, ((name, path), style) in enumerate(zip(paths[title].items(), cycle(STYLES), strict=False)):
            width, dot = (1.4, 2.5) if i else (3.4, 4.5)
            ax.plot(*np.transpose(path), marker="o", markersize=dot, linewidth=width, label=name, **style)
        ax.plot(*paths[title][name][0], marker="s", color="black", markersize=7)
        ax.annotate("start", paths[title][name][0], textcoords="offset points", xytext=(6, 6), fontsize=9)
        ax.set(xlabel="w[0]", ylabel="w[1]", title=title, aspect="equal", xlim=xs[[0, -1]], ylim=ys[[0, -1]])
    axes[0, 0].legend(fontsize=8)
    return fig


def schedules(rates, title="Learning-rate schedules", xlabel="t", steps=()):
    """Learning rates against time. rates: {name: sequence of floats}; steps: names drawn as a staircase. -> Figure."""
    fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
    for (name, values), style in zip(rates.items(), cycle(STYLES), strict=False):
        ax.plot(values, label=name, linewidth=1.8, drawstyle="steps-post" if name in steps else "default", **style)
    ax.set(xlabel=xlabel, ylabel="learning rate", title=title)
    ax.legend(fontsize=9)
    return fig


def weight_templates(W, classes, image_shape=(32, 32, 3)):
    """Each column of a linear classifier as a picture, stretched to its own range.

    W (D, C) with D = prod(image_shape); classes: C names. -> Figure.
    """
    low, high = W.min(axis=0), W.max(axis=0)
    pictures = ((W - low) / np.maximum(high - low, 1e-12)).T.reshape(-1, *image_shape)
    return image_grid(pictures, titles=list(classes), columns=min(5, len(classes)), size=1.5)


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
