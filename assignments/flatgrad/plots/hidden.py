"""Pictures of what a trained hidden layer holds, and of how its settings show in the accuracies."""

import matplotlib.pyplot as plt
import numpy as np

from .images import image_grid
from .style import COLOURS


def hidden_templates(W1, columns=16, image_shape=(32, 32, 3)):
    """The weights of each hidden unit as a picture, stretched to its own range. W1 (D, H). -> Figure."""
    return image_grid(_pictures(W1, image_shape), columns=columns, size=0.65)


def shared_templates(W1, W2, classes, units, image_shape=(32, 32, 3)):
    """Some hidden units: the picture of what each looks for, and what its output adds to the score of each class.

    W1 (D, H), W2 (H, C); classes: C names; units: which ones. -> Figure.
    """
    pictures = _pictures(W1[:, units], image_shape)
    fig, axes = plt.subplots(2, len(units), figsize=(1.9 * len(units), 4.6), squeeze=False)
    fig.subplots_adjust(left=0.09, right=0.99, top=0.85, bottom=0.11, hspace=0.06, wspace=0.1)
    fig.suptitle("What a unit looks for, and which scores it raises (blue) and lowers (orange)", fontsize=12)
    reach = 1.1 * np.abs(W2[units]).max()
    for place, unit in enumerate(units):
        top, bottom = axes[:, place]
        top.imshow(pictures[place], interpolation="nearest")
        top.set_title(f"unit {unit}", fontsize=10)
        top.axis("off")
        colours = [COLOURS[0] if weight > 0 else COLOURS[1] for weight in W2[unit]]
        bottom.barh(range(len(classes)), W2[unit], color=colours)
        bottom.axvline(0, color="black", linewidth=0.8)
        bottom.set(xlim=(-reach, reach), yticks=range(len(classes)), xlabel=f"W2[{unit}]", xticks=[0])
        bottom.set_yticklabels(classes if place == 0 else [], fontsize=8)
        bottom.invert_yaxis()
    return fig


def setting_curves(panels):
    """Training and validation accuracy against one setting in each panel, all others left as they are.

    panels: {name of the setting: {value: (training accuracy, validation accuracy)}}. -> Figure.
    """
    fig, axes = plt.subplots(1, len(panels), figsize=(3.6 * len(panels), 3.6), sharey=True, squeeze=False)
    fig.subplots_adjust(left=0.24 / len(panels), right=0.99, top=0.84, bottom=0.15, wspace=0.06)
    fig.suptitle("One setting at a time", fontsize=12, x=0.24 / len(panels), ha="left")
    for ax, (name, accuracies) in zip(axes.flat, panels.items(), strict=True):
        values = sorted(accuracies)
        for place, (label, dash, marker) in enumerate((("training", "-", "o"), ("validation", "--", "s"))):
            heights = [accuracies[value][place] for value in values]
            style = {"color": COLOURS[5 if place else 0], "linestyle": dash, "marker": marker, "linewidth": 1.8}
            ax.plot(range(len(values)), heights, label=label, **style)
        ax.set(xlabel=name, xticks=range(len(values)), xticklabels=[f"{value:g}" for value in values])
        ax.grid(axis="y", color="0.9")
    axes[0, 0].set_ylabel("accuracy")
    fig.legend(*axes[0, 0].get_legend_handles_labels(), loc="upper right", ncols=2, fontsize=10)
    return fig


def _pictures(W, image_shape):
    """Each column as an image with values from 0 to 1: (D, H) -> (H, *image_shape)."""
    low, high = W.min(axis=0), W.max(axis=0)
    return ((W - low) / np.maximum(high - low, 1e-12)).T.reshape(-1, *image_shape)
