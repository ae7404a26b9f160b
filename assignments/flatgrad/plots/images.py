"""Pictures of the images themselves, of what a classifier says about them, and of its weights."""

import matplotlib.pyplot as plt
import numpy as np

from .style import COLOURS


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


def weight_templates(W, classes, image_shape=(32, 32, 3)):
    """Each column of a linear classifier as a picture, stretched to its own range.

    W (D, C) with D = prod(image_shape); classes: C names. -> Figure.
    """
    low, high = W.min(axis=0), W.max(axis=0)
    pictures = ((W - low) / np.maximum(high - low, 1e-12)).T.reshape(-1, *image_shape)
    return image_grid(pictures, titles=list(classes), columns=min(5, len(classes)), size=1.5)
