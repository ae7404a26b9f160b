"""A loss of many weights, seen along one or two directions."""

from itertools import cycle

import matplotlib.pyplot as plt
import numpy as np

from .style import COLOURS, STYLES


def loss_surface(f, reach=1.0, points=25):
    """Contours of f(a, b) for a and b from -reach to reach: a loss where a and b are steps along two directions.

    The middle, a = b = 0, is marked. -> Figure.
    """
    steps = np.linspace(-reach, reach, points)
    values = np.array([[f(a, b) for a in steps] for b in steps])
    fig, ax = plt.subplots(figsize=(5.6, 4.6), layout="constrained")
    filled = ax.contourf(steps, steps, values, levels=14, cmap="cividis")
    ax.contour(steps, steps, values, levels=filled.levels, colors="white", linewidths=0.5)
    ax.plot(0, 0, marker="*", markersize=14, color=COLOURS[5], markeredgecolor="white", linestyle="", label="trained W")
    fig.colorbar(filled, ax=ax, label="loss")
    ax.set(
        xlabel="along the first direction",
        ylabel="along the second direction",
        title="The loss around a trained W",
        aspect="equal",
        xticks=np.linspace(-reach, reach, 5),
        yticks=np.linspace(-reach, reach, 5),
    )
    ax.legend(fontsize=9)
    return fig


def loss_line(functions, start=0.0, stop=1.0, marks=None, points=61):
    """Functions of a number t along a line. functions: {name: f(t)}; marks: {label: t} of dotted lines. -> Figure."""
    fig, ax = plt.subplots(figsize=(8.2, 3.8), layout="constrained")
    t = np.linspace(start, stop, points)
    for (name, f), style in zip(functions.items(), cycle(STYLES), strict=False):
        ax.plot(t, [f(value) for value in t], label=name, linewidth=2, **style)
    for label, place in (marks or {}).items():
        ax.axvline(place, color="0.4", linestyle=":", linewidth=1)
        ax.annotate(
            label,
            (place, 0.98),
            xycoords=("data", "axes fraction"),
            xytext=(4, -8),
            textcoords="offset points",
            fontsize=9,
        )
    ax.set(xlabel="t", ylabel="loss", title="The loss along a line")
    ax.legend(fontsize=9, loc="center left", bbox_to_anchor=(1, 0.5))
    return fig
