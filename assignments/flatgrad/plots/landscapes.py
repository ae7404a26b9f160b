"""Paths over the contours of a loss."""

from itertools import cycle

import matplotlib.pyplot as plt
import numpy as np

from .style import STYLES


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
